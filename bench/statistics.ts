import { parseArgs } from 'node:util'
import type { Measure, Simulation } from './statistics/measure.ts'
import { simulateConversion, simulatePeeking } from './statistics/simulate-conversion.ts'
import { simulateCuped } from './statistics/simulate-cuped.ts'
import { simulateMismatch } from './statistics/simulate-mismatch.ts'
import { simulateReplyRate } from './statistics/simulate-reply-rate.ts'
import { simulateRevenue } from './statistics/simulate-revenue.ts'

const EXPERIMENTS = 2000
const BASES = [0.03, 0.1]
const LIFTS = [0, 0.1, 0.2]
const CORRELATIONS = [0, 0.3, 0.5, 0.7, 0.9]
// Half and half; a share one per cent too large (50.5 to 49.5); one point too large (51 to 49).
const TREATMENT_SHARES = [0.5, 0.505, 0.51]

export function run({ seed, progress }: Omit<Simulation, 'experiments'>): Promise<readonly Measure[]> {
  return simulateStatistics({ seed, progress, experiments: EXPERIMENTS })
}

/** Thousands of experiments whose truth is known, looked at every day: do the intervals hold, and how often is a false winner named? */
export async function simulateStatistics(simulation: Simulation): Promise<readonly Measure[]> {
  const measures: Measure[] = []
  for (const base of BASES) {
    for (const lift of LIFTS) measures.push(await simulateConversion(simulation, { base, lift, controlShare: 0.5 }))
    measures.push(await simulateConversion(simulation, { base, lift: 0, controlShare: 0.1 }))
    measures.push(await simulatePeeking(simulation, base))
  }
  for (const lift of [0, 0.2]) {
    measures.push(await simulateRevenue(simulation, lift))
    measures.push(await simulateReplyRate(simulation, lift))
  }
  for (const correlation of CORRELATIONS) measures.push(await simulateCuped(simulation, correlation))
  for (const treatmentShare of TREATMENT_SHARES) measures.push(await simulateMismatch(simulation, treatmentShare))
  return measures
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed is '${values.seed}', expected a whole number`)
  const progress = (text: string) => process.stderr.write(`${text}\n`)
  for (const measure of await run({ seed, progress })) process.stdout.write(`${JSON.stringify(measure)}\n`)
}
