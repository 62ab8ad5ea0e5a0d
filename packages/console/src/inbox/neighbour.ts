/** The item after (or before) the current one. From nowhere one comes to the first, or the last; the ends stay. */
export function neighbour<Id>(ids: readonly Id[], current: Id | undefined, step: 1 | -1): Id | undefined {
  const index = current === undefined ? -1 : ids.indexOf(current)
  if (index === -1) return step === 1 ? ids[0] : ids.at(-1)
  return ids[Math.min(Math.max(index + step, 0), ids.length - 1)]
}
