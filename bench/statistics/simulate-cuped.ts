import { confidenceSequence } from '@portico/server/experiments/confidence-sequence'
import { cuped } from '@portico/server/experiments/cuped'
import { estimateOf } from '@portico/server/experiments/estimate'
import type { PairMoments } from '@portico/server/experiments/pair-moments'
import type { Measure, Simulation } from './measure.ts'
import { randomSource, type RandomSource } from './random-source.ts'
import { repeat, share } from './repeat.ts'
import { addTo, emptyPairs } from './simulate-reply-rate.ts'

const DAYS = 30
const VISITORS_PER_DAY = 40
const MEAN = 10
const EFFECT = 0.2

/** Values before and during that correlate by `correlation`: is the variance gone that theory says, and do the adjusted intervals hold? */
export async function simulateCuped(simulation: Simulation, correlation: number): Promise<Measure> {
  const name = `cuped ${correlation}`
  const random = randomSource(simulation.seed, name)
  const results = await repeat(name, simulation, () => one(random, correlation))
  const errors = results.map(({ plainError, adjustedError }) => ({ plain: plainError ** 2, adjusted: adjustedError ** 2 }))
  const plain = errors.reduce((sum, error) => sum + error.plain, 0)
  const adjusted = errors.reduce((sum, error) => sum + error.adjusted, 0)
  return {
    measure: 'cuped',
    correlation,
    days: DAYS,
    visitors: DAYS * VISITORS_PER_DAY,
    experiments: results.length,
    reductionInTheory: rounded(correlation ** 2),
    reductionReported: rounded(results.reduce((sum, { reduction }) => sum + reduction, 0) / results.length),
    reductionOfSquaredError: rounded(1 - adjusted / plain),
    coverage: share(results, ({ covered }) => covered),
  }
}

function one(random: RandomSource, correlation: number) {
  const control = emptyPairs()
  const treatment = emptyPairs()
  let covered = true
  for (let day = 0; day < DAYS; day++) {
    for (let visitor = 0; visitor < VISITORS_PER_DAY; visitor++) {
      const treated = random.uniform() < 0.5
      addVisitor(treated ? treatment : control, random, { correlation, effect: treated ? EFFECT : 0 })
    }
    const look = cuped({ control, treatment })
    const comparison = confidenceSequence({ ...look, alpha: 0.05, tightestAt: DAYS * VISITORS_PER_DAY })
    if (comparison && (comparison.difference.low > EFFECT || comparison.difference.high < EFFECT)) covered = false
  }
  const adjusted = cuped({ control, treatment })
  const plainDifference = estimateOf(treatment.y, 'treatment').mean - estimateOf(control.y, 'control').mean
  return {
    covered,
    reduction: adjusted.reduction,
    plainError: plainDifference - EFFECT,
    adjustedError: adjusted.treatment.mean - adjusted.control.mean - EFFECT,
  }
}

function addVisitor(
  arm: PairMoments,
  random: RandomSource,
  { correlation, effect }: { correlation: number; effect: number },
): void {
  const before = random.normal()
  const during = correlation * before + Math.sqrt(1 - correlation ** 2) * random.normal()
  addTo(arm, MEAN + before, MEAN + during + effect)
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
