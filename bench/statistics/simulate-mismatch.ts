import { sampleRatioMismatch } from '@portico/server/experiments/sample-ratio-mismatch'
import type { Measure, Simulation } from './measure.ts'
import { randomSource, type RandomSource } from './random-source.ts'
import { repeat, share } from './repeat.ts'
import { median } from './summary.ts'

const DAYS = 120
const VISITORS_PER_DAY = 3400

/** Meant half and half, got `treatmentShare`; looked at every evening until it is called. */
export async function simulateMismatch(simulation: Simulation, treatmentShare: number): Promise<Measure> {
  const name = `mismatch ${treatmentShare}`
  const random = randomSource(simulation.seed, name)
  const results = await repeat(name, simulation, () => foundOn(random, treatmentShare))
  const found = results.flatMap((day) => day ?? [])
  const typical = median(found)
  return {
    measure: 'sample ratio mismatch',
    treatmentShare,
    visitorsPerDay: VISITORS_PER_DAY,
    days: DAYS,
    experiments: results.length,
    found: share(results, (day) => day !== null),
    medianVisitors: typical === undefined ? 'none' : typical * VISITORS_PER_DAY,
  }
}

function foundOn(random: RandomSource, treatmentShare: number): number | null {
  let treatment = 0
  for (let day = 1; day <= DAYS; day++) {
    treatment += random.binomial(VISITORS_PER_DAY, treatmentShare)
    const arms = [day * VISITORS_PER_DAY - treatment, treatment].map((visitors) => ({ visitors, weight: 1 }))
    if (sampleRatioMismatch(arms).mismatch) return day
  }
  return null
}
