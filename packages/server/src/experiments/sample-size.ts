import { alwaysValidCriticalValue } from './confidence-sequence.ts'
import { normalQuantile } from './normal-quantile.ts'

/** One visitor of an arm: expected value in the metric's unit, variance between visitors in that unit squared. */
export type Visitor = { mean: number; variance: number }

export type Wanted = {
  control: Visitor
  treatment: Visitor
  alpha: number
  power: number
  controlShare: number
  /** `one`: a single look at the end. `any`: looked at whenever one likes. */
  looks: 'one' | 'any'
}

/** In visitors. */
type SampleSize = { control: number; treatment: number; total: number }

/** A visitor who converts with the chance `rate`. */
export function converting(rate: number): Visitor {
  return { mean: rate, variance: rate * (1 - rate) }
}

/**
 * Visitors needed to find the difference of means with the wanted power: ((c + z(power)) / difference)² · (v0/share + v1/(1 − share)), the textbook
 * (Wald, unpooled; Fleiss, Statistical Methods for Rates and Proportions, ch. 4) with c = z(1 − alpha/2) for one look, and for any look the
 * critical value of the confidence sequence where it is tightest. Rounded to the nearest visitor.
 */
export function sampleSize({ control, treatment, alpha, power, controlShare, looks }: Wanted): SampleSize {
  for (const [at, share] of Object.entries({ alpha, power, controlShare })) {
    if (!(share > 0 && share < 1)) throw new RangeError(`${at} is ${share}, expected a share between 0 and 1`)
  }
  const difference = treatment.mean - control.mean
  if (difference === 0)
    throw new RangeError(`treatment.mean is ${treatment.mean} like control.mean, expected a difference to look for`)
  const criticalValue =
    looks === 'one' ? normalQuantile(1 - alpha / 2) : alwaysValidCriticalValue({ visitors: 1, tightestAt: 1, alpha })
  const standardErrors = criticalValue + normalQuantile(power)
  const spread = control.variance / controlShare + treatment.variance / (1 - controlShare)
  const total = (standardErrors / difference) ** 2 * spread
  return {
    control: Math.round(total * controlShare),
    treatment: Math.round(total * (1 - controlShare)),
    total: Math.round(total),
  }
}
