/** The list with this member added, or put in the place of the one of its key, in the given order. */
export function upsert<T>(
  list: readonly T[],
  member: T,
  order: { key: (member: T) => string; before: (a: T, b: T) => boolean },
): T[] {
  const others = list.filter((other) => order.key(other) !== order.key(member))
  return [...others, member].sort((a, b) => (order.before(a, b) ? -1 : 1))
}
