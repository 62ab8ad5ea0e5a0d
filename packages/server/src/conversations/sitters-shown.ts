import type { Staff } from '@portico/protocol/conversations'
import type { OperatorId } from '@portico/protocol/ids'
import type { Shown } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import type { Conversation } from './conversation.ts'
import { isSitting, type Seat } from './seat.ts'

type Seated = Pick<Conversation, 'id' | 'sitters'>

export const observersOf = ({ sitters }: Pick<Conversation, 'sitters'>): Staff[] =>
  sitters.flatMap(({ operator, level }) => (level === 'observer' ? [operator] : []))

/** Somebody sits there from now on, in whatever part; his seat of before is over. */
export function sittingTo({ id, sitters }: Seated, { operator, seat }: { operator: Staff; seat: Seat }): readonly Shown[] {
  const was = sitters.find((each) => each.operator.id === operator.id)
  const others = sitters.filter((each) => each !== was)
  const now = [...others, { operator, ...seat }]
  const sitting = { conversation: id, level: seat.level }
  return [
    ...(was?.level === 'observer' || seat.level === 'observer'
      ? setParts(`conversation:${id}`, { observers: observersOf({ sitters: now }) })
      : []),
    ...(isSitting(seat) ? [[`operator:${operator.id}`, { type: 'sitting.began', sitting }] as const] : []),
    ...(was && isSitting(was) && !isSitting(seat) ? [ended(id, operator.id)] : []),
  ]
}

/** These are gone, or all of them. */
export function sittingsOver({ id, sitters }: Seated, going?: readonly OperatorId[]): readonly Shown[] {
  const over = sitters.filter(({ operator }) => !going || going.includes(operator.id))
  const observers = observersOf({ sitters: sitters.filter((each) => !over.includes(each)) })
  return [
    ...(over.some(({ level }) => level === 'observer') ? setParts(`conversation:${id}`, { observers }) : []),
    ...over.filter(isSitting).map(({ operator }) => ended(id, operator.id)),
  ]
}

const ended = (conversation: Seated['id'], operator: OperatorId): Shown => [
  `operator:${operator}`,
  { type: 'sitting.ended', conversation },
]
