import { findableLosses } from '@portico/server/experiments/findable-loss'
import { sampleRatioMismatch } from '@portico/server/experiments/sample-ratio-mismatch'
import type { Measure, Simulation } from './measure.ts'
import { randomSource, type RandomSource } from './random-source.ts'
import { repeat, share } from './repeat.ts'
import { median } from './summary.ts'

const DAYS = 120
const VISITORS_PER_DAY = 3400

/** `meant` is the share of the arm of interest, `lost` how much of its visitors it loses. */
export type Skew = { meant: number; lost: number }

/** Looked at every evening until it is called. */
export async function simulateMismatch(simulation: Simulation, { meant, lost }: Skew): Promise<Measure> {
  const name = `mismatch ${meant} lost ${lost}`
  const random = randomSource(simulation.seed, name)
  const results = await repeat(name, simulation, () => foundOn(random, { meant, lost }))
  const found = results.flatMap((day) => day ?? [])
  const typical = median(found)
  return {
    measure: 'sample ratio mismatch',
    meant,
    lost: Math.round(lost * 10_000) / 10_000,
    visitorsPerDay: VISITORS_PER_DAY,
    days: DAYS,
    experiments: results.length,
    found: share(results, (day) => day !== null),
    medianVisitors: typical === undefined ? 'none' : typical * VISITORS_PER_DAY,
  }
}

/** The loss that four of five such experiments would show by the last day. */
export function findableLoss(meant: number): number {
  const visitors = DAYS * VISITORS_PER_DAY
  const [loss] = findableLosses([meant, 1 - meant].map((weight) => ({ visitors: Math.round(visitors * weight), weight })))
  return loss ?? 1
}

function foundOn(random: RandomSource, { meant, lost }: Skew): number | null {
  const got = (meant * (1 - lost)) / (1 - meant * lost)
  let visitors = 0
  for (let day = 1; day <= DAYS; day++) {
    visitors += random.binomial(VISITORS_PER_DAY, got)
    const arms = [
      { visitors, weight: meant },
      { visitors: day * VISITORS_PER_DAY - visitors, weight: 1 - meant },
    ]
    if (sampleRatioMismatch(arms).mismatch) return day
  }
  return null
}
