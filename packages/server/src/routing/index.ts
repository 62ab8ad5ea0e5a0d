import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { findChannel, readMemberships } from '../channels/reads.ts'
import { staffIn, type Conversation } from '../conversations/conversation.ts'
import { readHeld } from '../conversations/seat-reads.ts'
import { capability, type AnyCommand, type Capability } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { reaction } from '../platform/reactions.ts'
import { offersIn } from './assign.ts'
import { commands } from './commands.ts'
import type { RoutingCommand, RoutingEvent } from './events.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

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

const onOperator = <E>(read: (event: E) => { operator: OperatorId; at: number }) =>
  reaction({
    about: (event: E) => `operator:${read(event).operator}` as const,
    keep: read,
    answer: (db, { operator, at }) => offersFor(db, { channels: [], operators: [operator], at }),
  })

export const routing = capability<RoutingCommand, RoutingEvent>({
  name: 'routing',
  migrations,
  subjects: {
    'operator.miss': ({ operator }) => [`operator:${operator}`],
    'operator.give-up': ({ operator }) => [`operator:${operator}`],
    'queue.leave': ({ conversation }) => [`conversation:${conversation}`],
    'queue.return': ({ conversation }) => [`conversation:${conversation}`],
  },
  commands,
  writes,
  broadcasts: {
    'operator.missed': () => [],
    'operator.given-up': () => [],
    'queue.left': () => [],
    'queue.returned': () => [],
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
    'operator.appeared': onOperator(({ presence }) => ({ operator: presence.operator, at: presence.connectedAt ?? 0 })),
    'availability.changed': onOperator(({ presence }) => ({ operator: presence.operator, at: presence.availabilityAt ?? 0 })),
    'channel.joined': onOperator(({ operator, at }) => ({ operator, at })),
    'capacity.changed': onOperator(({ operator, at }) => ({ operator, at })),
    'channel.configured': reaction({
      about: ({ channel }) => `assigning:${channel}`,
      keep: ({ channel, at }) => ({ channel, operators: [], at }),
      answer: waits,
    }),
    'operator.vanished': reaction({
      about: ({ presence }) => `operator:${presence.operator}`,
      keep: ({ presence }) => ({ operator: presence.operator }),
      answer: async (_db, { operator }): Promise<AnyCommand[]> => [{ type: 'operator.miss', operator }],
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

/** Of the channels that find somebody by themselves; elsewhere colleagues see who is gone, and take over by writing. */
async function releases(db: Db, { operator }: { operator: OperatorId }): Promise<AnyCommand[]> {
  const released: AnyCommand[] = []
  for (const channel of await readMemberships(db, operator)) {
    if ((await findChannel(db, channel))?.options.assigns !== 'automatic') continue
    for (const conversation of await readHeld(db, { operator, channel }))
      released.push({ type: 'conversation.release', conversation, operator })
  }
  return released
}
