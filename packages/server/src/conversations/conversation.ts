import type { Author, ConversationLine, LineBody, Page, Phase, VisitorCard } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import { refuse, type Decision } from '../platform/capability.ts'
import type { ConversationEvent, StandingPhase } from './events.ts'

export type Conversation = {
  id: ConversationId
  channel: ChannelId
  visitor: VisitorCard
  page: Page | null
  openedAt: number
  /** When it began to wait or was taken up again: of one visitor in one channel the open one is the last begun, whatever clocks say. */
  begunAt: number
  answeredAt: number | null
  /** The first message that no operator has answered yet. */
  unansweredSince: number | null
  lastOrdinal: number
  visitorLines: number
  visitorRead: number
  seenOrdinal: number
  phase: Phase
}

type Staff = { id: OperatorId; name: string }
type Said = { line: LineId; text: string; at: number }

/** One operator takes the request; whoever comes after is told who was faster. */
export function accept(
  conversation: Conversation,
  { operator, line, at }: { operator: Staff; line: LineId; at: number },
): Decision<ConversationEvent> {
  const { phase } = conversation
  switch (phase.state) {
    case 'requested':
      return [
        { type: 'conversation.accepted', conversation, operator, line: joinedLine(conversation, { operator, line, at }), at },
      ]
    case 'active': {
      const [first] = phase.operators
      if (phase.operators.some(({ id }) => id === operator.id)) return []
      return refuse('taken', first && { by: first })
    }
    case 'closed':
      return refuse('closed')
  }
}

/** A visitor may write as soon as there is a conversation: nobody has to wait to be accepted. */
export function sayAsVisitor(conversation: Conversation, said: Said): Decision<ConversationEvent> {
  if (conversation.phase.state === 'closed') return refuse('closed')
  const author: Author = { kind: 'visitor', name: conversation.visitor.name }
  return [written(conversation, 1, { ...said, author, audience: 'all', body: { kind: 'message', text: said.text } })]
}

/** Any operator of the channel may answer; whoever does has joined. */
export function sayAsOperator(
  conversation: Conversation,
  { operator, joinLine, ...said }: Said & { operator: Staff; joinLine: LineId },
): Decision<ConversationEvent> {
  const { phase } = conversation
  switch (phase.state) {
    case 'requested':
      return refuse('not-accepted')
    case 'closed':
      return refuse('closed')
    case 'active': {
      const author: Author = { kind: 'operator', ...operator }
      const message = { ...said, author, audience: 'all', body: { kind: 'message', text: said.text } } as const
      if (phase.operators.some(({ id }) => id === operator.id)) return [written(conversation, 1, message)]
      const line = joinedLine(conversation, { operator, line: joinLine, at: said.at })
      return [{ type: 'conversation.joined', conversation, operator, line, at: said.at }, written(conversation, 2, message)]
    }
  }
}

/** Notes are for operators, at any time: also before a request is accepted and after the end. */
export function note(conversation: Conversation, { operator, ...said }: Said & { operator: Staff }): Decision<ConversationEvent> {
  const author: Author = { kind: 'operator', ...operator }
  return [written(conversation, 1, { ...said, author, audience: 'operators', body: { kind: 'note', text: said.text } })]
}

type Closing = { by: Author; line: LineId; at: number; markedBy: readonly OperatorId[] }

export function close(conversation: Conversation, { by, line, at, markedBy }: Closing): Decision<ConversationEvent> {
  if (conversation.phase.state === 'closed') return []
  const last = lineOf(conversation, 1, { line, at, author: by, audience: 'all', body: { kind: 'notice', notice: 'closed' } })
  return [{ type: 'conversation.closed', conversation, by: by.kind, line: last, at, markedBy }]
}

type Reopened = Extract<ConversationEvent, { type: 'conversation.reopened' }>
type Reopening = Pick<Reopened, 'by' | 'summary' | 'previous' | 'begunAt' | 'bearWithUsAt' | 'at'> & { line: LineId }

/** For an operator it is his at once; for its visitor it waits again, for those first who were in it. */
export function reopen(conversation: Conversation, { line, at, ...reopening }: Reopening): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state !== 'closed') return []
  const { by, begunAt } = reopening
  const next: StandingPhase =
    by.kind === 'operator'
      ? { state: 'active', at, operators: [{ id: by.id, name: by.name }] }
      : { state: 'requested', at: begunAt, before: phase.operators }
  const said = lineOf(conversation, 1, { line, at, author: by, audience: 'all', body: { kind: 'notice', notice: 'reopened' } })
  return [{ type: 'conversation.reopened', conversation, ...reopening, phase: next, line: said, at }]
}

/** Nobody has come for a while: the visitor reads that somebody will. */
export function bearWithUs(conversation: Conversation, { line, at }: { line: LineId; at: number }): Decision<ConversationEvent> {
  if (conversation.phase.state !== 'requested') return []
  return [
    written(conversation, 1, {
      line,
      at,
      author: { kind: 'system' },
      audience: 'all',
      body: { kind: 'notice', notice: 'bear-with-us' },
    }),
  ]
}

/** An operator is gone for good: where he was alone the request waits for somebody again. */
export function release(
  conversation: Conversation,
  { operator, line, at }: { operator: OperatorId; line: LineId; at: number },
): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state !== 'active') return []
  const gone = phase.operators.find(({ id }) => id === operator)
  if (!gone) return []
  const left = lineOf(conversation, 1, {
    line,
    at,
    author: { kind: 'operator', ...gone },
    audience: 'all',
    body: { kind: 'notice', notice: 'left' },
  })
  const operators = phase.operators.filter(({ id }) => id !== operator)
  const waits: Phase = { state: 'requested', at: Math.max(at, conversation.begunAt), before: [gone] }
  const next: Phase = operators.length > 0 ? { ...phase, operators } : waits
  return [{ type: 'conversation.released', conversation, operator, phase: next, line: left, at }]
}

/** Those in it; of one that waits or has ended, those who were the last to be. */
export function staffIn({ phase }: Pick<Conversation, 'phase'>): Staff[] {
  switch (phase.state) {
    case 'requested':
      return phase.before
    case 'active':
    case 'closed':
      return phase.operators
  }
}

/** He has changed his mind at once: what still waits for somebody, or is others' by now, he is in again. */
export function takeBack(
  conversation: Conversation,
  { operator, line, at }: { operator: Staff; line: LineId; at: number },
): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state !== 'active') return phase.state === 'requested' ? accept(conversation, { operator, line, at }) : []
  if (phase.operators.some(({ id }) => id === operator.id)) return []
  return [{ type: 'conversation.joined', conversation, operator, line: joinedLine(conversation, { operator, line, at }), at }]
}

type Written = { line: LineId; at: number; author: Author; audience: ConversationLine['audience']; body: LineBody }

export function lineOf(
  { lastOrdinal }: Pick<Conversation, 'lastOrdinal'>,
  step: number,
  { line, ...rest }: Written,
): ConversationLine {
  const { at, author, audience, body } = rest
  return { id: line, ordinal: lastOrdinal + step, audience, at, author, body }
}

function written(conversation: Conversation, step: number, line: Written): ConversationEvent {
  return { type: 'line.written', conversation, line: lineOf(conversation, step, line) }
}

const joinedLine = (conversation: Conversation, { operator, line, at }: { operator: Staff; line: LineId; at: number }) =>
  lineOf(conversation, 1, {
    line,
    at,
    author: { kind: 'operator', ...operator },
    audience: 'all',
    body: { kind: 'notice', notice: 'joined' },
  })
