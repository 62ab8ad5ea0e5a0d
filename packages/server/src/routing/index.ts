import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Presence } from '@portico/protocol/presence'
import { readMemberships } from '../channels/reads.ts'
import { staffIn, type Conversation } from '../conversations/conversation.ts'
import { readHeld, readLeft } from '../conversations/seat-reads.ts'
import { capability, type AnyCommand, type Capability } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { reaction } from '../platform/reactions.ts'
import { isOpenTo } from '../presence/availability.ts'
import { readPresence } from '../presence/reads.ts'
import { offersIn } from './assign.ts'
import { commands } from './commands.ts'
import type { RoutingCommand, RoutingEvent } from './events.ts'
import { findGivenUp, readOfferedTo } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

/** Channels of one transaction. */
const STAFFED_AT_ONCE = 20

export type Routings = Capability<RoutingCommand, RoutingEvent>

/** Something waits in this channel, or somebody in it has room again, who may be wanted in his other channels too. */
const waits = (db: Db, { channel, operators, at }: { channel: ChannelId; operators: readonly OperatorId[]; at: number }) =>
  offersFor(db, { channels: [channel], operators, at })

type OnConversation = { conversation: Conversation; at: number }

const onConversation = <E extends OnConversation>(
  channelOf: (event: E) => ChannelId = ({ conversation }) => conversation.channel,
) =>
  reaction({
    about: (event: E) => `assigning:${channelOf(event)}` as const,
    keep: (event: E) => ({
      channel: channelOf(event),
      operators: staffIn(event.conversation).map(({ id }) => id),
      at: event.at,
    }),
    answer: waits,
  })

/** `of` are the channels in which there may be other slots; without it, all of his. `first`: what comes before the offers. */
const onOperator = <E>(
  read: (event: E) => { operator: OperatorId; at: number; of?: readonly ChannelId[] },
  first: (db: Db, operator: OperatorId) => Promise<AnyCommand[]> = async () => [],
) =>
  reaction({
    about: (event: E) => `operator:${read(event).operator}` as const,
    keep: (event: E) => ({ of: null, ...read(event) }),
    answer: async (db, { operator, at, of }) => [
      ...(await first(db, operator)),
      ...(await offersFor(db, { channels: [], operators: [operator], at })),
      ...staffs(of ?? (await readMemberships(db, operator))),
    ],
  })

function staffs(channels: readonly ChannelId[]): AnyCommand[] {
  const parts = Array.from({ length: Math.ceil(channels.length / STAFFED_AT_ONCE) }, (_, n) => n * STAFFED_AT_ONCE)
  return parts.map((from) => ({ type: 'queue.staff', channels: channels.slice(from, from + STAFFED_AT_ONCE) }))
}

/** Who does something again may be asked again. */
const onReturn = reaction({
  about: ({ presence }: Returning) => `operator:${presence.operator}` as const,
  keep: ({ presence, isNews, at }: Returning) => ({
    operators: isNews && presence.idleSince === null ? [presence.operator] : [],
    at,
  }),
  answer: (db, { operators, at }) => offersFor(db, { channels: [], operators, at }),
})

type Returning = { presence: Presence; isNews: boolean; at: number }

export const routing = capability<RoutingCommand, RoutingEvent>({
  name: 'routing',
  migrations,
  subjects: {
    'operator.miss': ({ operator }) => [`operator:${operator}`],
    'operator.give-up': ({ operator }) => [`operator:${operator}`],
    'operator.return': ({ operator }) => [`operator:${operator}`],
    'queue.leave': ({ conversation }) => [`conversation:${conversation}`],
    'queue.return': ({ conversation }) => [`conversation:${conversation}`],
    'queue.staff': ({ channels }) => channels.map((channel) => `staffing:${channel}` as const),
  },
  commands,
  writes,
  broadcasts: {
    'operator.missed': () => [],
    'operator.given-up': () => [],
    'operator.returned': () => [],
    'queue.left': () => [],
    'queue.returned': () => [],
    'queue.staffed': () => [],
  },
  security: 'none',
  reactions: {
    'conversation.requested': onConversation(),
    'conversation.reopened': onConversation(),
    'conversation.released': onConversation(),
    'conversation.accepted': onConversation(),
    'conversation.closed': onConversation(),
    'conversation.moved': onConversation(({ to }) => to),
    'offer.ended': onConversation(),
    'operator.appeared': onOperator(({ presence }) => ({ operator: presence.operator, at: presence.connectedAt ?? 0 }), returns),
    'connection.idled': onReturn,
    'connection.opened': onReturn,
    'availability.changed': onOperator(
      ({ presence }) => ({ operator: presence.operator, at: presence.availabilityAt ?? 0 }),
      passes,
    ),
    'channel.joined': onOperator(({ operator, channel, at }) => ({ operator, at, of: [channel] })),
    // What he may have in all counts nowhere as a slot.
    'capacity.changed': onOperator(({ operator, channel, at }) => ({ operator, at, of: channel === null ? [] : [channel] })),
    'channel.configured': reaction({
      about: ({ channel }) => `assigning:${channel}`,
      keep: ({ channel, at }) => ({ channel, operators: [], at }),
      answer: async (db, kept) => [...(await waits(db, kept)), ...staffs([kept.channel])],
    }),
    'channel.left': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ channel }) => ({ channel }),
      answer: async (_db, { channel }) => staffs([channel]),
    }),
    'operator.vanished': reaction({
      about: ({ presence }) => `operator:${presence.operator}`,
      keep: ({ presence }) => ({ operator: presence.operator }),
      answer: async (db, { operator }) => [{ type: 'operator.miss', operator }, ...staffs(await readMemberships(db, operator))],
    }),
    'operator.given-up': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ operator }) => ({ operator }),
      answer: releases,
    }),
  },
  routes: async () => (await import('./routes.ts')).routes,
})

type Asked = { channels: readonly ChannelId[]; operators: readonly OperatorId[]; at: number }

async function offersFor(db: Db, { channels, operators, at }: Asked): Promise<AnyCommand[]> {
  const theirs = await Promise.all(operators.map((operator) => readMemberships(db, operator)))
  const offers: AnyCommand[] = []
  for (const channel of new Set([...channels, ...theirs.flat()])) offers.push(...(await offersIn(db, channel, at)))
  return offers
}

/** What he is in waits for somebody else: to be offered, in the inbox, or for whoever writes first. */
async function releases(db: Db, { operator }: { operator: OperatorId }): Promise<AnyCommand[]> {
  const held = await readHeld(db, { operator })
  return held.map((conversation) => ({ type: 'conversation.release', conversation, operator }))
}

/** Who had to close his notebook for a while finds what still waits as he left it. */
async function returns(db: Db, operator: OperatorId): Promise<AnyCommand[]> {
  const since = await findGivenUp(db, operator)
  if (since === undefined) return []
  const untaken = await readLeft(db, { operator, since, isUntaken: true })
  return [
    ...untaken.map((conversation) => ({ type: 'conversation.take-back', conversation, operator, ifWaiting: true }) as const),
    { type: 'operator.return', operator },
  ]
}

/** Who has said that he is not there for visitors is not asked any longer: it is the next one's turn. */
async function passes(db: Db, operator: OperatorId): Promise<AnyCommand[]> {
  const presence = await readPresence(db, operator)
  if (!presence || isOpenTo(presence.availability, 'external')) return []
  return (await readOfferedTo(db, operator)).map((each) => ({ type: 'conversation.lapse', ...each, early: true }))
}
