import type { Estimate } from './estimate.ts'

export type Interval = { estimate: number; low: number; high: number }

/** `difference` in the metric's unit; `lift` relative to control (0.1 is +10 %), null while control's mean is not clear of zero. */
export type Comparison = { difference: Interval; lift: Interval | null }

export type Pairing = { control: Estimate; treatment: Estimate }

/**
 * The interval that `criticalValue` standard errors give, for the difference of means m1 − m0 and for the ratio m1/m0 − 1. The ratio by
 * Fieller ("Some Problems in Interval Estimation", JRSS B 16, 1954): all q for which m1 − q·m0 lies within criticalValue·√(v1 + q²·v0) of zero.
 * So it excludes zero exactly when the difference does, and it is valid at every look whenever the critical value is.
 */
export function compare({ control, treatment }: Pairing, criticalValue: number): Comparison {
  const estimate = treatment.mean - control.mean
  const margin = criticalValue * Math.sqrt(control.variance + treatment.variance)
  const difference = { estimate, low: estimate - margin, high: estimate + margin }
  return { difference, lift: liftOf({ control, treatment }, criticalValue ** 2) }
}

function liftOf({ control, treatment }: Pairing, criticalSquared: number): Interval | null {
  const quadratic = control.mean ** 2 - criticalSquared * control.variance
  if (control.mean <= 0 || quadratic <= 0) return null
  const centre = control.mean * treatment.mean
  const rest = treatment.mean ** 2 - criticalSquared * treatment.variance
  const root = Math.sqrt(Math.max(0, centre ** 2 - quadratic * rest))
  return {
    estimate: treatment.mean / control.mean - 1,
    low: (centre - root) / quadratic - 1,
    high: (centre + root) / quadratic - 1,
  }
}
