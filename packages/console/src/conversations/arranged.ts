import type { ConversationRowView } from '@portico/protocol/conversations'
import type { Order } from '../preferences/preferences.ts'

type Arrangement = { order: Order; places: readonly string[] }

/**
 * One's own conversations in the order that one has chosen; they come with the newest movement first. Those that one has put
 * somewhere keep their places among each other, and those that one has not stand before or behind them.
 */
export function arranged(rows: readonly ConversationRowView[], { order, places }: Arrangement): readonly ConversationRowView[] {
  if (order === 'movement') return rows
  const placeOf = new Map(places.map((id, index) => [id, index]))
  const placed = rows
    .filter(({ id }) => placeOf.has(id))
    .sort((left, right) => (placeOf.get(left.id) ?? 0) - (placeOf.get(right.id) ?? 0))
  const added = rows.filter(({ id }) => !placeOf.has(id)).sort(byStart)
  return order === 'newest-first' ? [...added.reverse(), ...placed] : [...placed, ...added]
}

// The id decides between equals.
const byStart = (left: ConversationRowView, right: ConversationRowView): number =>
  left.phase.at - right.phase.at || (left.id < right.id ? -1 : 1)

/** The order after one of them has been put where another stands; the others make room. */
export function movedTo<Id extends string>(ids: readonly Id[], id: Id, target: Id): readonly Id[] {
  const index = ids.indexOf(target)
  if (index === -1 || !ids.includes(id)) return ids
  const others = ids.filter((each) => each !== id)
  return [...others.slice(0, index), id, ...others.slice(index)]
}
