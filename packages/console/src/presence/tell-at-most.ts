/** Tells the first of whatever comes, and again what comes later than so long after. */
export function tellAtMost(tell: () => void, { everyMs, now }: { everyMs: number; now: () => number }): () => void {
  let toldAt = Number.NEGATIVE_INFINITY
  return () => {
    const at = now()
    if (at - toldAt < everyMs) return
    toldAt = at
    tell()
  }
}
