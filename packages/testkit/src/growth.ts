const BEST_OF = 5

/** Does something once, and answers with the milliseconds it took. */
type Look = () => Promise<number>

/** How many times as much a look costs in an old place as in a young one, the best of five. They take turns: noise meets both. */
export async function growthOf({ young, old, leastMs }: { young: Look; old: Look; leastMs: number }): Promise<number> {
  const costs: [number, number][] = []
  for (let n = 0; n < BEST_OF; n++) costs.push([await young(), await old()])
  const before = Math.min(...costs.map(([cost]) => cost))
  const after = Math.min(...costs.map(([, cost]) => cost))
  // Under the least twice is noise.
  return after / Math.max(leastMs, before)
}

export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
