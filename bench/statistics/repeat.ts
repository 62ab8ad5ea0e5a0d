import { setImmediate } from 'node:timers/promises'
import type { Simulation } from './measure.ts'

const PAUSE_EVERY_MS = 200

/** Runs one experiment after the other, tells how far it is, and gives way often enough that Ctrl-C is heard. */
export async function repeat<T>(name: string, { experiments, progress }: Simulation, one: () => T): Promise<T[]> {
  const results: T[] = []
  let pausedAt = performance.now()
  while (results.length < experiments) {
    results.push(one())
    if (performance.now() - pausedAt < PAUSE_EVERY_MS) continue
    progress(`${name}: ${results.length} of ${experiments} experiments`)
    await setImmediate()
    pausedAt = performance.now()
  }
  return results
}

export function share<T>(results: readonly T[], holds: (result: T) => boolean): number {
  return results.filter(holds).length / results.length
}
