import { boundedEstimateOf } from './bounded-estimate.ts'
import { estimateOf, type Estimate } from './estimate.ts'
import { mean, variance } from './moments.ts'
import { assertPairMoments, covariance, type PairMoments } from './pair-moments.ts'

/**
 * For each arm and visitor: x the same metric before the experiment (0 for the new), y during it. `most` as in `boundedEstimateOf`, capping both;
 * shares need none.
 */
export type Arms = { control: PairMoments; treatment: PairMoments; most?: number }

type Adjusted = { control: Estimate; treatment: Estimate; reduction: number }

/**
 * CUPED: what visitors did before explains part of what they do during, and that part is taken off both arms alike.
 * Adjusted mean ȳ − θ(x̄ − x̄ of both arms), variance (s²y − 2θ·sxy + θ²·s²x)/n, θ = sxy / s²x pooled within arms, so the effect itself cannot
 * leak into θ. `reduction` is the share of variance gone, in theory ρ², the squared correlation of x and y.
 * Deng, Xu, Kohavi & Walker, "Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data", WSDM 2013.
 */
export function cuped({ control, treatment, most }: Arms): Adjusted {
  assertPairMoments(control, 'control')
  assertPairMoments(treatment, 'treatment')
  const arms = [control, treatment]
  const before = within(arms, ({ x }) => variance(x))
  const both = within(arms, covariance)
  const during = within(arms, ({ y }) => variance(y))
  const theta = before > 0 ? both / before : 0
  const visitors = control.x.count + treatment.x.count
  const centre = visitors === 0 ? 0 : (control.x.sum + treatment.x.sum) / visitors
  return {
    control: adjust(control, { at: 'control', theta, centre, most }),
    treatment: adjust(treatment, { at: 'treatment', theta, centre, most }),
    reduction: during > 0 ? (theta * both) / during : 0,
  }
}

/** Pooled over arms, each about its own mean, weighted by its degrees of freedom. */
function within(arms: readonly PairMoments[], spread: (arm: PairMoments) => number): number {
  const freedom = arms.reduce((sum, arm) => sum + Math.max(0, arm.x.count - 1), 0)
  return freedom === 0 ? 0 : arms.reduce((sum, arm) => sum + Math.max(0, arm.x.count - 1) * spread(arm), 0) / freedom
}

type Adjusting = { at: string; theta: number; centre: number; most: number | undefined }

function adjust(arm: PairMoments, { at, theta, centre, most }: Adjusting): Estimate {
  const plain = most === undefined ? estimateOf(arm.y, `${at}.y`) : boundedEstimateOf({ ...arm.y, most }, `${at}.y`)
  if (plain.count === 0) return plain
  const spread = variance(arm.y) - 2 * theta * covariance(arm) + theta ** 2 * variance(arm.x)
  return { ...plain, mean: plain.mean - theta * (mean(arm.x) - centre), variance: Math.max(0, spread) / plain.count }
}
