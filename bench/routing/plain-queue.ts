export type Visit = { at: number; lengthMs: number }

/** How long each waits where any slot serves whoever came first: what a desk must come to that lets nobody wait while somebody has room. */
export function plainQueue(visits: readonly Visit[], slots: number): Float64Array {
  const freeAt = new Float64Array(slots)
  return Float64Array.from(visits, ({ at, lengthMs }) => {
    const soonest = indexOfLeast(freeAt)
    const begins = Math.max(at, freeAt[soonest] ?? 0)
    freeAt[soonest] = begins + lengthMs
    return begins - at
  })
}

function indexOfLeast(values: Float64Array): number {
  let least = 0
  for (let index = 1; index < values.length; index++) if ((values[index] ?? 0) < (values[least] ?? 0)) least = index
  return least
}
