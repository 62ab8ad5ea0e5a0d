import type { Author, LineBody } from '@portico/protocol/conversations'
import type { LineId, OperatorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import { obstacleTo, type Obstacle, type Participation } from '../channels/participation.ts'
import { refuse, type Decision } from '../platform/capability.ts'
import { isIn, lineOf, release, type Coming, type Conversation } from './conversation.ts'
import type { ConversationEvent } from './events.ts'
import { withGuise } from './guise.ts'
import { isSitting, type Seat } from './seat.ts'
import type { Sitter } from './seat-reads.ts'

type Staff = Sitter['operator']
type Changing = { operator: Staff; channelLevel: Level | undefined; line: LineId; at: number }

export const sitterOf = ({ sitters }: Pick<Conversation, 'sitters'>, operator: OperatorId): Sitter | undefined =>
  sitters.find((each) => each.operator.id === operator)

/** Who contributes goes only while somebody else does. Who is not in it has nothing to leave. */
export function leave(conversation: Conversation, { operator, channelLevel, line, at }: Changing): Decision<ConversationEvent> {
  const sitter = sitterOf(conversation, operator.id)
  if (!sitter) return []
  const obstacle = obstacleTo('leave', participationOf(conversation, { sitter, channelLevel }))
  if (obstacle) return refuse(REFUSED[obstacle])
  if (sitter.level === 'observer') return [observerLeft(conversation, { operator, line, at })]
  return release(conversation, { operator: operator.id, line, at, untakenMs: null })
}

/** An observer is gone, and only operators hear of it. */
export function observerLeft(
  conversation: Conversation,
  { operator, line, at }: Omit<Changing, 'channelLevel'>,
): ConversationEvent {
  const said = toOperators(conversation, { operator, line, at, notice: 'left' })
  return { type: 'observer.left', conversation, operator, line: said, at }
}

type Sitting = { operator: Staff; seat: Seat; line: LineId; at: number }

/** He reads along from now on. Who sits in it already does so as he does. */
export function sitIn(conversation: Conversation, { operator, seat, line, at }: Sitting): Decision<ConversationEvent> {
  if (conversation.phase.state === 'closed') return refuse('closed')
  if (sitterOf(conversation, operator.id)) return []
  const said = toOperators(conversation, { operator, line, at, notice: 'joined-as-observer' })
  return [{ type: 'observer.came', conversation, operator, seat, line: said, at }]
}

/** To its visitor he has left; operators see that he reads along. */
export function observe(
  conversation: Conversation,
  { operator, channelLevel, seat, lines: [first, second], at }: Switching & { seat: Seat },
): Decision<ConversationEvent> {
  const sitter = sitterOf(conversation, operator.id)
  if (!sitter || sitter.level === 'observer') return []
  const obstacle = obstacleTo('switch-to-observer', participationOf(conversation, { sitter, channelLevel }))
  if (obstacle) return refuse(REFUSED[obstacle])
  const said = toOperators(afterLeaving(conversation, operator), { operator, line: second, at, notice: 'switched-to-observer' })
  const stays = { ...seat, level: 'observer', by: sitter.by } as const
  return [
    ...gone(conversation, { operator, line: first, at }),
    { type: 'observer.came', conversation: afterLeaving(conversation, operator), operator, seat: stays, line: said, at },
  ]
}

type Switching = { operator: Staff; channelLevel: Level | undefined; lines: readonly [LineId, LineId]; at: number }

/** To its visitor he joins; operators knew that he was there. */
export function takePart(
  conversation: Conversation,
  { channelLevel, coming, line }: { channelLevel: Level | undefined; coming: Coming; line: LineId },
): Decision<ConversationEvent> {
  const { operator, at } = coming
  const sitter = sitterOf(conversation, operator.id)
  if (!sitter || sitter.level !== 'observer') return []
  if (conversation.phase.state !== 'active') return refuse(conversation.phase.state === 'closed' ? 'closed' : 'not-accepted')
  const obstacle = obstacleTo('switch-to-participant', participationOf(conversation, { sitter, channelLevel }))
  if (obstacle) return refuse(REFUSED[obstacle])
  const seat: Seat = { ...coming.seat, level: 'participant', by: sitter.by }
  const said = toOperators(afterJoining(conversation, coming), { operator, line, at, notice: 'switched-to-participant' })
  const joined = lineOf(conversation, 1, {
    line: coming.line,
    at,
    author: { kind: 'operator', ...operator },
    audience: 'customer',
    body: { kind: 'notice', notice: 'joined' },
  })
  return [
    { type: 'conversation.joined', conversation, ...coming, seat, line: joined },
    { type: 'line.written', conversation: afterJoining(conversation, coming), line: said },
  ]
}

type HandingOver = {
  from: Staff
  to: Staff
  /** Of one who is not in it yet. */
  coming: Coming | null
  note: { line: LineId; text: string } | null
  lines: readonly [LineId, LineId]
  at: number
}

/** He has it in the other's place; nobody hands over what is not his any more. */
export function handOver(
  conversation: Conversation,
  { from, to, coming, note, lines, at }: HandingOver,
): Decision<ConversationEvent> {
  const { phase } = conversation
  if (phase.state !== 'active') return refuse(phase.state === 'closed' ? 'closed' : 'not-accepted')
  const [first] = phase.operators
  if (!isIn(conversation, from.id)) return refuse('taken', first && { by: first })
  if (from.id === to.id) return []
  const joined: ConversationEvent[] = coming ? [joining(conversation, coming)] : []
  const there = coming ? afterJoining(conversation, coming) : conversation
  const author: Author = { kind: 'operator', ...from }
  const body: LineBody = { kind: 'note', text: note?.text ?? '' }
  const noted: ConversationEvent[] = note
    ? [
        {
          type: 'line.written',
          conversation: there,
          line: lineOf(there, 1, { line: note.line, at, author, audience: 'operators', body }),
        },
      ]
    : []
  const after = note ? withLine(there) : there
  const said = toOperators(after, { operator: from, line: lines[0], at, notice: 'handed-over', whom: to.name })
  return [
    ...joined,
    ...noted,
    { type: 'line.written', conversation: after, line: said },
    ...gone(withLine(after), { operator: from, line: lines[1], at }),
  ]
}

const REFUSED: Record<Obstacle, 'forbidden' | 'alone'> = {
  level: 'forbidden',
  'channel-level': 'forbidden',
  'not-invited': 'forbidden',
  'customer-left-alone': 'alone',
}

function participationOf(
  { phase }: Conversation,
  { sitter, channelLevel }: { sitter: Sitter; channelLevel: Level | undefined },
): Participation {
  const wasLetIn = isSitting({ level: 'participant', by: sitter.by })
  const contributing = phase.state === 'active' ? phase.operators.length : 0
  return { level: sitter.level, channelLevel, cameBy: wasLetIn ? 'invitation' : 'accepting', contributing }
}

/** As a visitor hears of it. */
function gone(conversation: Conversation, { operator, line, at }: Omit<Changing, 'channelLevel'>): readonly ConversationEvent[] {
  const released = release(conversation, { operator: operator.id, line, at, untakenMs: null, audience: 'customer' })
  return released as readonly ConversationEvent[] // others are in it: it does not wait for somebody, and is not refused
}

const joining = (conversation: Conversation, coming: Coming): ConversationEvent => ({
  type: 'conversation.joined',
  conversation,
  ...coming,
  line: lineOf(conversation, 1, {
    line: coming.line,
    at: coming.at,
    author: { kind: 'operator', ...coming.operator },
    audience: 'all',
    body: { kind: 'notice', notice: 'joined' },
  }),
})

type Noticed = {
  operator: Staff
  line: LineId
  at: number
  notice: Extract<LineBody, { kind: 'notice' }>['notice']
  whom?: string
}

export const toOperators = (conversation: Conversation, { operator, line, at, notice, whom }: Noticed) =>
  lineOf(conversation, 1, {
    line,
    at,
    author: { kind: 'operator', ...operator },
    audience: 'operators',
    body: { kind: 'notice', notice, ...(whom !== undefined && { whom }) },
  })

const withLine = (conversation: Conversation): Conversation => ({ ...conversation, lastOrdinal: conversation.lastOrdinal + 1 })

function afterJoining(conversation: Conversation, { operator, seat, guise }: Coming): Conversation {
  const { phase, sitters, came } = conversation
  const operators = phase.state === 'active' ? [...phase.operators, operator] : [operator]
  const others = sitters.filter((each) => each.operator.id !== operator.id)
  return {
    ...withLine(withGuise(conversation, guise)),
    phase: { state: 'active', at: phase.at, operators },
    sitters: [...others, { operator, level: seat.level, by: seat.by }],
    came: came.some(({ id }) => id === operator.id) ? came : [...came, operator],
  }
}

function afterLeaving(conversation: Conversation, operator: Staff): Conversation {
  const { phase, sitters } = conversation
  const operators = phase.state === 'active' ? phase.operators.filter(({ id }) => id !== operator.id) : []
  return {
    ...withLine(conversation),
    phase: { state: 'active', at: phase.at, operators },
    sitters: sitters.filter((each) => each.operator.id !== operator.id),
  }
}
