import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { isAtLeast, type Level } from '@portico/protocol/level-order'
import { sees, seenBy } from '../channels/policy.ts'
import { readVisitorsOf } from '../customers/reads.ts'
import type { Actor, Authority } from '../platform/actor.ts'
import { capability, type Capability, type Stirred } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { reaction } from '../platform/reactions.ts'
import { broadcasts, STILL } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { ConversationCommand, ConversationEvent } from './events.ts'
import { markOfList, readMoved } from './lists.ts'
import { summaryAfter } from './list-summary.ts'
import { offerMigrations } from './offer-tables.ts'
import { personMigrations } from './person-tables.ts'
import { mayKnow } from './policy.ts'
import { findConversation, findNewest, findVisitorOf, foreseeConversation, foreseeOpening } from './reads.ts'
import { relay } from './relay.ts'
import { channelSnapshot, chatSnapshot, conversationSnapshot, operatorSnapshot, visitorSnapshot } from './snapshots.ts'
import { readHeld, readLeft } from './seat-reads.ts'
import { seatMigrations } from './seat-tables.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Conversations = Capability<ConversationCommand, ConversationEvent>

/** Of the visitors of one customer so many hear of what is new of him: the older ones are shown it when somebody looks. */
const TOLD_OF_MAX = 20

/** Who takes it has one more, and is counted alone. */
const ofBoth = ({ conversation }: { conversation: ConversationId }, actor: Actor) =>
  [`conversation:${conversation}`, ...(actor.kind === 'operator' ? [`operator:${actor.id}` as const] : [])] as const

/** Of one channel one is offered after the other. */
async function assigningOf(db: Db, conversation: ConversationId) {
  const found = await findConversation(db, conversation)
  return found ? [`assigning:${found.channel}` as const] : []
}

const itself = ({ conversation }: { conversation: ConversationId }) => [`conversation:${conversation}`] as const

export const conversations = capability<ConversationCommand, ConversationEvent>({
  name: 'conversations',
  migrations: [...migrations, ...personMigrations, ...seatMigrations, ...offerMigrations],
  subjects: {
    'conversation.open': ({ conversation }, actor) => [`visitor:${actor.id}`, `conversation:${conversation}`],
    'conversation.reopen': async ({ conversation }, actor, db) => {
      const visitor = await findVisitorOf(db, conversation)
      return visitor ? [`visitor:${visitor}`, ...ofBoth({ conversation }, actor)] : ofBoth({ conversation }, actor)
    },
    'conversation.accept': ofBoth,
    'conversation.assign': ({ conversation, operator }) => [`conversation:${conversation}`, `operator:${operator}`],
    'conversation.move': itself,
    'conversation.decline': itself,
    'conversation.offer': async ({ conversation, ranked }, _actor, db) => [
      ...(await assigningOf(db, conversation)),
      `conversation:${conversation}`,
      ...ranked.map((operator) => `operator:${operator}` as const),
    ],
    'conversation.lapse': itself,
    'conversation.pass-on': itself,
    'conversation.close': itself,
    'conversation.introduce': ({ conversation }, actor) => [`visitor:${actor.id}`, `conversation:${conversation}`],
    'message.send': itself,
    'note.write': itself,
    'read.mark': itself,
    'visitor.edit': ({ visitor }) => [`visitor:${visitor}`],
    'visitor.acknowledge': ({ visitor }) => [`visitor:${visitor}`],
    'conversation.bear-with-us': itself,
    'conversation.expire': itself,
    'conversation.release': itself,
    'conversation.take-back': ({ conversation, operator }) => [`conversation:${conversation}`, `operator:${operator}`],
    'conversation.help': ({ conversation, operator }) => [`conversation:${conversation}`, `operator:${operator}`],
    'conversation.leave': itself,
    'conversation.observe': itself,
    'conversation.take-part': ofBoth,
    'conversation.hand-over': ({ conversation, operator }) => [`conversation:${conversation}`, `operator:${operator}`],
    'conversation.come': ({ conversation, operator }) => [`conversation:${conversation}`, `operator:${operator}`],
    'conversation.tell': itself,
  },
  commands,
  foresees: {
    'conversation.open': foreseeOpening,
    'message.send': foreseeConversation,
    'note.write': foreseeConversation,
    'read.mark': foreseeConversation,
    'conversation.accept': foreseeConversation,
    'conversation.decline': foreseeConversation,
    'conversation.reopen': foreseeConversation,
    'conversation.close': foreseeConversation,
    'conversation.introduce': foreseeConversation,
  },
  limits: {
    'message.send': { message: true },
    // Many of them go on in the one that is open.
    'conversation.open': { message: true, begins: ({ conversation }, answer) => answer.conversation === conversation },
    'conversation.introduce': { message: true },
    'conversation.reopen': { message: true, begins: () => true },
  },
  writes,
  broadcasts,
  security: 'none',
  stirs: { 'line.written': ({ conversation, line }) => stir(conversation, line) },
  reactions: {
    'operator.revoked': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ operator }) => ({ operator }),
      answer: releases,
    }),
    'channel.left': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ operator, channel, because }) => ({ operator, channel, because }),
      // Who may not accept any more may yet take part in what he is in.
      answer: async (db, { because, ...held }) => (because === 'level' ? [] : releases(db, held)),
    }),
    'level.shifted': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ operator, channel, to }) => ({ operator, channel, to }),
      answer: async (db, { to, ...held }) => (takesPart(to) ? [] : releases(db, held)),
    }),
    'channel.joined': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ operator, channel, leftAt }) => ({ operator, channel, leftAt }),
      answer: takesBack,
    }),
    'visitor.identified': reaction({
      about: ({ visitor }) => `visitor:${visitor}`,
      keep: ({ visitor, customer: { id }, isShownAnew }) => ({ visitor, news: isShownAnew ? id : null }),
      // What is new of a customer is shown wherever he has written, with whichever device.
      answer: async (db, { visitor, news }) => {
        const visitors = news === null ? [] : await readVisitorsOf(db, news, TOLD_OF_MAX)
        return [...new Set([visitor, ...visitors])].map((each) => ({ type: 'visitor.acknowledge', visitor: each }) as const)
      },
    }),
    'visitor.unlinked': reaction({
      about: ({ visitor }) => `visitor:${visitor}`,
      keep: ({ visitor }) => ({ visitor }),
      answer: async (_db, kept) => [{ type: 'visitor.acknowledge', ...kept }],
    }),
    'help.answered': reaction({
      about: ({ conversation }) => `conversation:${conversation.id}`,
      keep: ({ conversation, operator }) => ({ conversation: conversation.id, operator: operator.id }),
      answer: async (_db, kept) => [{ type: 'conversation.help', ...kept }],
    }),
    'colleague.invited': reaction({
      about: ({ invitation }) => `conversation:${invitation.conversation}`,
      keep: ({ invitation: { conversation, by }, operator }) => ({ conversation, by: by.id, name: by.name, whom: operator.name }),
      answer: async (_db, { by, name, ...kept }) => [
        { type: 'conversation.tell', notice: 'invited', operator: { id: by, name }, ...kept },
      ],
    }),
    'colleague.joined': reaction({
      about: ({ invitation }) => `conversation:${invitation.conversation}`,
      keep: ({ invitation: { conversation }, operator, level }) => ({ conversation, operator: operator.id, level }),
      answer: async (_db, kept) => [{ type: 'conversation.come', ...kept }],
    }),
    'colleague.uninvited': reaction({
      about: ({ invitation }) => `conversation:${invitation.conversation}`,
      keep: ({ invitation: { conversation }, operator, how }) => ({ conversation, by: operator.id, name: operator.name, how }),
      answer: async (_db, { conversation, by, name, how }) =>
        how === 'declined' ? [{ type: 'conversation.tell', conversation, notice: 'declined', operator: { id: by, name } }] : [],
    }),
  },
  // The pattern of a topic is that of the ids it names.
  snapshots: {
    conversation: (db, id) => conversationSnapshot(db, id as ConversationId),
    chat: (db, id) => chatSnapshot(db, id as ConversationId),
    channel: (db, id) => channelSnapshot(db, id as ChannelId),
    operator: (db, id) => operatorSnapshot(db, id as OperatorId),
    visitor: (db, id) => visitorSnapshot(db, id as VisitorId),
  },
  lists: {
    channel: {
      mark: (db, id) => markOfList(db, id as ChannelId), // as above
      rows: (db, id) => readMoved(db, id as ChannelId), // as above
    },
  },
  topics: async (db, authority, place) => {
    switch (authority.kind) {
      case 'operator':
        return [`operator:${authority.id}`, ...seenBy(authority).map((channel) => `channel:${channel}` as const)]
      case 'visitor':
        return [`visitor:${authority.id}`, ...(await chatIn(db, authority, place))]
      case 'system':
        return []
    }
  },
  mayWatch: {
    conversation: async (db, authority, id) => {
      const conversation = await findConversation(db, id as ConversationId) // as above
      if (authority.kind !== 'operator' || !conversation || mayKnow(authority, conversation)) return false
      // Who takes part in a conversation of another channel sees it until he leaves.
      return sees(authority, conversation.channel) || 'now'
    },
    channel: async (_db, authority, id) => sees(authority, id as ChannelId),
  },
  attended: { of: 'chat', toldOn: 'conversation' },
  relay,
  routes: async () => (await import('./routes.ts')).routes,
})

const takesPart = (level: Level | null) => isAtLeast(level ?? undefined, 'participant')

async function releases(db: Db, held: { operator: OperatorId; channel?: ChannelId }) {
  const conversations = await readHeld(db, held)
  return conversations.map((conversation) => ({ type: 'conversation.release', conversation, operator: held.operator }) as const)
}

async function takesBack(db: Db, { leftAt, ...left }: { operator: OperatorId; channel: ChannelId; leftAt: number | null }) {
  const conversations = leftAt === null ? [] : await readLeft(db, { ...left, since: leftAt })
  return conversations.map((conversation) => ({ type: 'conversation.take-back', conversation, operator: left.operator }) as const)
}

async function chatIn(db: Db, { id }: Authority & { kind: 'visitor' }, place: string | undefined) {
  const newest = place === undefined ? undefined : await findNewest(db, { visitor: id, channel: place as ChannelId }) // parsed with the hello
  return newest ? [`chat:${newest.id}` as const] : []
}

type LineWritten = Extract<ConversationEvent, { type: 'line.written' }>

function stir(
  { id, channel, lastOrdinal, visitorLines, unansweredSince }: LineWritten['conversation'],
  line: LineWritten['line'],
): readonly Stirred[] {
  if (line.body.kind !== 'message') return []
  const summary = summaryAfter({ ...STILL, lastOrdinal, visitorLines, unansweredSince }, line)
  return [
    { topic: `channel:${channel}`, conversation: id, fleeting: { type: 'conversation.stirred', conversation: id, summary } },
  ]
}
