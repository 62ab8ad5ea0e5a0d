import { estimate } from './estimate.ts'
import { seeded, simulate } from './testing-queue.ts'
import type { World } from './testing-worlds.ts'

type Tries = { seeds: readonly number[]; recents: readonly number[]; arrivals?: number; every?: number }

/** How many waits of a simulated queue were told an interval, and ended inside it; the middle of how wide it was. */
export function coverageOf(world: World, { seeds, recents, arrivals = 3000, every = 30 }: Tries) {
  const tries = recents.flatMap((recent) =>
    seeds.flatMap((seed) => {
      const random = seeded(seed * 31 + recent)
      return simulate({ ...world, arrivals, every, recent, seed }).map(({ place, waited, queue }) => {
        const told = estimate(queue, random)[place - 1]
        return told?.state === 'estimated' ? { waited, ...told } : undefined
      })
    }),
  )
  const told = tries.filter((each) => each !== undefined)
  const widths = told.map(({ fromMs, toMs }) => toMs / Math.max(fromMs, 60_000)).sort((one, other) => one - other)
  return {
    waited: tries.length,
    told: told.length,
    inside: told.filter(({ waited, fromMs, toMs }) => fromMs <= waited && waited <= toMs).length,
    width: widths[widths.length >> 1] ?? 0,
  }
}
