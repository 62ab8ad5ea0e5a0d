import type { Author, ConversationLine, LineBody, Offer, Page, Phase, VisitorCard } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import { refuse, type Decision } from '../platform/capability.ts'
import type { ConversationEvent, StandingPhase } from './events.ts'
import { withGuise, type Guise } from './guise.ts'
import { quietMsOf, type QuietLimits } from './quiet.ts'
import type { Seat } from './seat.ts'
import type { Sitter } from './seat-reads.ts'

export type Conversation = {
  id: ConversationId
  channel: ChannelId
  /** To its visitor it stays in the channel where it was begun. */
  entrance: ChannelId
  offer: Offer | null
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
  /** Who sits in it, observers too. */
  sitters: readonly Sitter[]
  /** Whoever has been in it, in the order they came first. */
  came: readonly Staff[]
  /** As whom its visitor knows those of whom he reads something else than their names. */
  guises: readonly Guise[]
}

type Staff = { id: OperatorId; name: string }
type Said = { line: LineId; text: string; at: number }
/** An operator comes in, to stay on this seat; `guise`: where he needs one and has none yet. */
export type Coming = { operator: Staff; seat: Seat; guise: Guise | null; line: LineId; at: number }

/** One operator takes the request; whoever comes after is told who was faster. */
export function accept(conversation: Conversation, coming: Coming): Decision<ConversationEvent> {
  const { phase } = conversation
  const { line: _, ...came } = coming
  switch (phase.state) {
    case 'requested':
      return [{ type: 'conversation.accepted', conversation, ...came, line: joinedLine(conversation, coming) }]
    case 'active': {
      const [first] = phase.operators
      if (phase.operators.some(({ id }) => id === came.operator.id)) return []
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

/** Whoever writes in it has joined; where it still waited he has taken it. `coming`: of one who is not in it yet. */
export function sayAsOperator(
  conversation: Conversation,
  { operator, coming, ...said }: Said & { operator: Staff; coming: Coming | null },
): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state === 'closed') return refuse('closed')
  const author: Author = { kind: 'operator', ...operator }
  const message = { ...said, author, audience: 'all', body: { kind: 'message', text: said.text } } as const
  if (!coming) return [written(conversation, 1, message)]
  const type = phase.state === 'requested' ? 'conversation.accepted' : 'conversation.joined'
  const came = { type, conversation, ...coming, line: joinedLine(conversation, coming) } as const
  return [came, written(withGuise(conversation, coming.guise), 2, message)]
}

/** Whether he takes part in it now. */
export const isIn = ({ phase }: Pick<Conversation, 'phase'>, operator: OperatorId): boolean =>
  phase.state === 'active' && phase.operators.some(({ id }) => id === operator)

/** Notes are for operators, at any time: also before a request is accepted and after the end. */
export function note(conversation: Conversation, { operator, ...said }: Said & { operator: Staff }): Decision<ConversationEvent> {
  const author: Author = { kind: 'operator', ...operator }
  return [written(conversation, 1, { ...said, author, audience: 'operators', body: { kind: 'note', text: said.text } })]
}

type Closing = { by: Author; guise: Guise | null; line: LineId; at: number; markedBy: readonly OperatorId[] }

export function close(conversation: Conversation, { by, guise, line, at, markedBy }: Closing): Decision<ConversationEvent> {
  if (conversation.phase.state === 'closed') return []
  const last = lineOf(conversation, 1, { line, at, author: by, audience: 'all', body: { kind: 'notice', notice: 'closed' } })
  return [{ type: 'conversation.closed', conversation, by: by.kind, guise, line: last, at, markedBy }]
}

type Quiet = {
  line: LineId
  at: number
  lastLineAt: number
  isGone: boolean
  limits: QuietLimits
  markedBy: readonly OperatorId[]
}

/** Nobody has written for the channel's time: what is forgotten fills nobody. */
export function expire(conversation: Conversation, { line, at, ...quiet }: Quiet): Decision<ConversationEvent> {
  if (conversation.phase.state === 'closed' || at - quiet.lastLineAt < quietMsOf(conversation, quiet)) return []
  const by: Author = { kind: 'system' }
  const last = lineOf(conversation, 1, { line, at, author: by, audience: 'all', body: { kind: 'notice', notice: 'expired' } })
  return [{ type: 'conversation.closed', conversation, by: by.kind, guise: null, line: last, at, markedBy: quiet.markedBy }]
}

type Reopened = Extract<ConversationEvent, { type: 'conversation.reopened' }>
type Reopening = Pick<
  Reopened,
  'by' | 'seat' | 'guise' | 'summary' | 'previous' | 'begunAt' | 'bearWithUsAt' | 'untakenAt' | 'at'
> & {
  line: LineId
}

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
  { operator, line, at, untakenMs, audience = 'all' }: Releasing,
): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state !== 'active') return []
  const gone = phase.operators.find(({ id }) => id === operator)
  if (!gone) return []
  const left = lineOf(conversation, 1, {
    line,
    at,
    author: { kind: 'operator', ...gone },
    audience,
    body: { kind: 'notice', notice: 'left' },
  })
  const operators = phase.operators.filter(({ id }) => id !== operator)
  const waits: Phase = { state: 'requested', at: Math.max(at, conversation.begunAt), before: [gone] }
  const next: Phase = operators.length > 0 ? { ...phase, operators } : waits
  const untakenAt = next.state === 'requested' && untakenMs !== null ? next.at + untakenMs : null
  return [{ type: 'conversation.released', conversation, operator, phase: next, line: left, untakenAt, at }]
}

type Releasing = {
  operator: OperatorId
  line: LineId
  at: number
  untakenMs: number | null
  audience?: ConversationLine['audience']
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

/** Another channel's members have it from now on; those in it who are of that one too stay. */
export function move(conversation: Conversation, { to, staying, line, at, ...moving }: Moving): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state === 'closed') return refuse('closed')
  if (to === conversation.channel) return []
  const next = phaseElsewhere(phase, { staying, at: Math.max(at, conversation.begunAt) })
  const author: Author = moving.by ? { kind: 'operator', ...moving.by } : { kind: 'system' }
  const said = lineOf(conversation, 1, { line, at, author, audience: 'operators', body: { kind: 'notice', notice: 'moved' } })
  return [{ type: 'conversation.moved', conversation, to, phase: next, line: said, at, ...moving }]
}

type Moved = Extract<ConversationEvent, { type: 'conversation.moved' }>
type Moving = Pick<Moved, 'to' | 'by' | 'summary' | 'person' | 'losing' | 'at'> & {
  staying: ReadonlySet<OperatorId>
  line: LineId
}

function phaseElsewhere(phase: StandingPhase, { staying, at }: { staying: ReadonlySet<OperatorId>; at: number }): StandingPhase {
  if (phase.state === 'requested') return phase
  const operators = phase.operators.filter(({ id }) => staying.has(id))
  return operators.length > 0 ? { ...phase, operators } : { state: 'requested', at, before: phase.operators }
}

/** He has changed his mind at once: what still waits for somebody, or is others' by now, he is in again. */
export function takeBack(conversation: Conversation, coming: Coming): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state !== 'active') return phase.state === 'requested' ? accept(conversation, coming) : []
  if (phase.operators.some(({ id }) => id === coming.operator.id)) return []
  return [{ type: 'conversation.joined', conversation, ...coming, line: joinedLine(conversation, coming) }]
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

const joinedLine = (conversation: Conversation, { operator, line, at }: Coming) =>
  lineOf(conversation, 1, {
    line,
    at,
    author: { kind: 'operator', ...operator },
    audience: 'all',
    body: { kind: 'notice', notice: 'joined' },
  })
