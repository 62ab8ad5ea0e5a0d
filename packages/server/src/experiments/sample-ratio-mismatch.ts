import { logGamma } from './log-gamma.ts'
import { upperGammaShare } from './upper-gamma-share.ts'

export type Arm = { visitors: number; weight: number }

/** `alwaysValid` decides; `chiSquare` (no unit) and `oneLook` are what a textbook says of this look alone. */
type SampleRatio = { mismatch: boolean; alwaysValid: number; chiSquare: number; oneLook: number }

export const MISMATCH_ALPHA = 0.01

/** Strength of the prior, in visitors: 1,000 sees one arm at 60 % after some 650 visitors and at 51 % after some 32,000. */
export const PRIOR_VISITORS = 1000

/** Did the arms get the shares they were to get? Looked at daily, a right split is called a mismatch in at most 1 of 100 experiments. */
export function sampleRatioMismatch(arms: readonly Arm[]): SampleRatio {
  for (const [index, { visitors, weight }] of arms.entries()) {
    if (!(weight > 0)) throw new RangeError(`arms[${index}].weight is ${weight}, expected a number above 0`)
    if (!Number.isSafeInteger(visitors) || visitors < 0)
      throw new RangeError(`arms[${index}].visitors is ${visitors}, expected a whole number from 0`)
  }
  const alwaysValid = Math.min(1, Math.exp(-logEvidence(arms)))
  const chiSquare = chiSquareOf(arms)
  return {
    mismatch: alwaysValid <= MISMATCH_ALPHA,
    alwaysValid,
    chiSquare,
    oneLook: upperGammaShare((arms.length - 1) / 2, chiSquare / 2),
  }
}

/**
 * ln of the odds of "some other split" against "the split meant", split's prior Dirichlet(PRIOR_VISITORS · shares); its inverse is a p-value valid
 * at every look (Ville). Counts in visitors. Lindon & Malek, "Anytime-Valid Inference for Multinomial Count Data", NeurIPS 2022.
 */
function logEvidence(arms: readonly Arm[]): number {
  const visitors = arms.reduce((sum, arm) => sum + arm.visitors, 0)
  const weights = arms.reduce((sum, arm) => sum + arm.weight, 0)
  return arms.reduce(
    (sum, arm) => {
      const share = arm.weight / weights
      const prior = share * PRIOR_VISITORS
      return sum + logGamma(prior + arm.visitors) - logGamma(prior) - arm.visitors * Math.log(share)
    },
    logGamma(PRIOR_VISITORS) - logGamma(PRIOR_VISITORS + visitors),
  )
}

/** Pearson, 1900: Σ (seen − expected)² / expected over the arms, arms − 1 degrees of freedom. */
function chiSquareOf(arms: readonly Arm[]): number {
  const visitors = arms.reduce((sum, arm) => sum + arm.visitors, 0)
  const weights = arms.reduce((sum, arm) => sum + arm.weight, 0)
  if (visitors === 0) return 0
  return arms.reduce((sum, arm) => {
    const expected = (visitors * arm.weight) / weights
    return sum + (arm.visitors - expected) ** 2 / expected
  }, 0)
}
