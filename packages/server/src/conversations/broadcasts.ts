import { isDeepStrictEqual } from 'node:util'
import type { ConversationLine, Offer, Phase, Staff } from '@portico/protocol/conversations'
import type { ConversationId, VisitorId } from '@portico/protocol/ids'
import type { Shown } from '../platform/capability.ts'
import { setParts, setRowParts } from '../platform/set-parts.ts'
import { staffIn, type Conversation } from './conversation.ts'
import type { Conversations } from './index.ts'
import { chatLineOf, phaseSeen, withGuise } from './guise.ts'
import { summaryAfter } from './list-summary.ts'
import { cardOf, viewOf, type Person } from './person.ts'
import { sittingsOver, sittingTo } from './sitters-shown.ts'

export const broadcasts: Conversations['broadcasts'] = {
  'conversation.requested': ({ conversation, line, previous }) => {
    const { id, channel, entrance, openedAt, visitor, page, phase } = conversation
    const row = { id, channel, openedAt, visitor, page, phase, offer: null, summary: summaryAfter(STILL, line) }
    return [
      [`channel:${channel}`, { type: 'row.added', row }],
      [`visitor:${visitor.id}`, { type: 'visitor.conversation.changed', conversation: id, channel: entrance, state: 'open' }],
      ...followed(visitor.id, { from: previous, to: id }),
      ...lineTo(conversation, line),
    ]
  },
  'visitor.known': ({ before, person, shownIn }) => shownIn.flatMap((conversation) => personTo(conversation, { before, person })),
  'customer.shown': ({ card, shownIn }) => shownIn.flatMap(({ id }) => setParts(`conversation:${id}`, { customer: card })),
  'visitor.described': ({ conversation: { id, channel }, visitor }) => [
    ...setParts(`conversation:${id}`, { visitor }),
    ...setRowParts({ topic: `channel:${channel}`, conversation: id, parts: { visitor } }),
  ],
  'conversation.accepted': ({ conversation: before, operator, seat, guise, line, at }) => {
    const conversation = withGuise(before, guise)
    return [
      ...(conversation.offer ? offerTo(conversation, null) : []),
      ...phaseTo(conversation, { state: 'active', at, operators: [operator] }),
      ...cameTo(conversation, operator),
      ...sittingTo(conversation, { operator, seat }),
      ...lineTo(conversation, line),
    ]
  },
  'conversation.joined': ({ conversation: before, operator, seat, guise, line }) => {
    const conversation = withGuise(before, guise)
    const { phase } = conversation
    const operators = phase.state === 'active' ? [...phase.operators, operator] : [operator]
    return [
      ...phaseTo(conversation, { state: 'active', at: phase.at, operators }),
      ...cameTo(conversation, operator),
      ...sittingTo(conversation, { operator, seat }),
      ...lineTo(conversation, line),
    ]
  },
  'observer.came': ({ conversation, operator, seat, line }) => [
    ...sittingTo(conversation, { operator, seat }),
    ...lineTo(conversation, line),
  ],
  'observer.left': ({ conversation, operator, line }) => [
    ...sittingsOver(conversation, [operator.id]),
    ...lineTo(conversation, line),
  ],
  'conversation.offered': ({ conversation, offer }) => offerTo(conversation, offer),
  'offer.ended': ({ conversation }) => offerTo(conversation, null),
  'conversation.moved': ({ conversation, to, phase, line, summary, losing }) => {
    const { id, channel, openedAt, visitor, page, offer } = conversation
    const movement = { ...summary, lastOrdinal: line.ordinal }
    const row = { id, channel: to, openedAt, visitor, page, phase, offer: null, summary: movement }
    // What stays as it is is not told.
    const stands: { phase?: Phase } = isDeepStrictEqual(phase, conversation.phase) ? {} : { phase }
    return [
      ...setParts(`conversation:${id}`, { channel: to, ...stands, ...(offer && { offer: null }) }),
      ...setParts(`chat:${id}`, stands.phase ? { phase: phaseSeen(conversation, stands.phase) } : {}),
      [`channel:${channel}`, { type: 'row.removed', conversation: id }],
      [`channel:${to}`, { type: 'row.added', row }],
      ...losing.map((operator) => [`operator:${operator}`, { type: 'topic.left', topic: `conversation:${id}` }] as const),
      ...sittingsOver(conversation, losing),
      ...lineTo(conversation, line),
    ]
  },
  'conversation.released': ({ conversation, operator, phase, line }) => [
    ...phaseTo(conversation, phase),
    ...sittingsOver(conversation, [operator]),
    ...lineTo(conversation, line),
  ],
  'conversation.closed': ({ conversation: before, by, guise, line, at, markedBy }) => {
    const conversation = withGuise(before, guise)
    const { id, channel, entrance, visitor } = conversation
    const phase: Phase = { state: 'closed', at, by, operators: staffIn(conversation) }
    return [
      ...setParts(`conversation:${id}`, { phase }),
      ...setParts(`chat:${id}`, { phase: phaseSeen(conversation, phase) }),
      ...(conversation.offer ? setParts(`conversation:${id}`, { offer: null }) : []),
      [`channel:${channel}`, { type: 'row.removed', conversation: id }],
      [`visitor:${visitor.id}`, { type: 'visitor.conversation.changed', conversation: id, channel: entrance, state: 'closed' }],
      ...sittingsOver(conversation),
      ...markedBy.map((operator) => [`operator:${operator}`, { type: 'mark.dropped', conversation: id }] as const),
      ...lineTo(conversation, line),
    ]
  },
  'conversation.reopened': ({ conversation: before, by, guise, phase, line, summary, previous, at }) => {
    const conversation = withGuise(before, guise)
    const { id, channel, entrance, openedAt, visitor, page } = conversation
    const row = {
      id,
      channel,
      openedAt,
      visitor,
      page,
      phase,
      offer: null,
      summary: { ...summary, lastOrdinal: line.ordinal, at },
    }
    return [
      ...setParts(`conversation:${id}`, { phase }),
      ...setParts(`chat:${id}`, { phase: phaseSeen(conversation, phase) }),
      ...(by.kind === 'operator' ? cameTo(conversation, { id: by.id, name: by.name }) : []),
      [`channel:${channel}`, { type: 'row.added', row }],
      [`visitor:${visitor.id}`, { type: 'visitor.conversation.changed', conversation: id, channel: entrance, state: 'open' }],
      ...(previous ? followed(visitor.id, { from: previous, to: id }) : []),
      ...lineTo(conversation, line),
    ]
  },
  'line.written': ({ conversation, line }) => lineTo(conversation, line),
  'operator.read': ({ conversation: { id }, operator, ordinal, visitorLines, seen }) => [
    [`operator:${operator}`, { type: 'mark.moved', mark: { conversation: id, ordinal, visitorLines } }],
    ...(seen ? setParts(`chat:${id}`, { seen: seen.line }) : []),
  ],
  'visitor.read': ({ conversation: { id }, ordinal }) => setParts(`conversation:${id}`, { visitorRead: ordinal }),
}

/** The movement of a conversation in which nothing has been said. */
export const STILL = { lastOrdinal: 0, visitorLines: 0, at: 0, excerpt: '', by: null, unansweredSince: null }

// A visitor hears of the one conversation that his page shows.
const followed = (visitor: VisitorId, { from, to }: { from: ConversationId | null; to: ConversationId }): readonly Shown[] => [
  ...(from ? [[`visitor:${visitor}`, { type: 'topic.left', topic: `chat:${from}` }] as const] : []),
  [`visitor:${visitor}`, { type: 'topic.joined', topic: `chat:${to}` }],
]

// Two audiences, two entries: what operators alone may read is never on the visitor's topic, not even as a gap.
function lineTo(conversation: Pick<Conversation, 'id' | 'guises'>, line: ConversationLine): readonly Shown[] {
  const { id } = conversation
  const toOperators: Shown = [`conversation:${id}`, { type: 'line.added', line }]
  const toVisitor: Shown = [`chat:${id}`, { type: 'chat.line.added', line: chatLineOf(conversation, line) }]
  switch (line.audience) {
    case 'all':
      return [toOperators, toVisitor]
    case 'operators':
      return [toOperators]
    case 'customer':
      return [toVisitor]
  }
}

// What changes nothing is not told.
function personTo(
  { id, channel, visitor: shown, phase }: Conversation,
  { before, person }: { before: Person; person: Person },
): readonly Shown[] {
  const visitor = cardOf(person, shown)
  const isCalledSo = visitor.name === shown.name && visitor.email === shown.email
  const isKnownSo = JSON.stringify(viewOf(person)) === JSON.stringify(viewOf(before))
  return [
    ...(isCalledSo ? [] : setParts(`conversation:${id}`, { visitor })),
    ...(isCalledSo || phase.state === 'closed'
      ? []
      : setRowParts({ topic: `channel:${channel}`, conversation: id, parts: { visitor } })),
    ...(isKnownSo ? [] : setParts(`conversation:${id}`, { person: viewOf(person) })),
  ]
}

function offerTo({ id, channel }: Conversation, offer: Offer | null): readonly Shown[] {
  return [
    ...setParts(`conversation:${id}`, { offer }),
    ...setRowParts({ topic: `channel:${channel}`, conversation: id, parts: { offer } }),
  ]
}

const cameTo = ({ id, came }: Conversation, operator: Staff): readonly Shown[] =>
  came.some((each) => each.id === operator.id) ? [] : setParts(`conversation:${id}`, { came: [...came, operator] })

function phaseTo(conversation: Conversation, phase: Phase): readonly Shown[] {
  const { id, channel } = conversation
  return [
    ...setParts(`conversation:${id}`, { phase }),
    ...setParts(`chat:${id}`, { phase: phaseSeen(conversation, phase) }),
    ...setRowParts({ topic: `channel:${channel}`, conversation: id, parts: { phase } }),
  ]
}
