import { compare, type Comparison, type Pairing } from './comparison.ts'

/** Under so many events in either arm the normal approximation is not to be trusted at 5 %, and there is no interval. */
export const EVENTS_MIN = 20

const ALPHA_OF_EVENTS_MIN = 0.05

type Sequence = Pairing & { alpha: number; tightestAt: number }

/**
 * Difference and lift with intervals that hold at every look at once: the chance that any of them ever misses the truth is at most alpha.
 * `tightestAt`, visitors of both arms, says when they are narrowest and must be fixed before the first look. Null: too early to say anything.
 */
export function confidenceSequence({ control, treatment, alpha, tightestAt }: Sequence): Comparison | null {
  if (Math.min(control.events, treatment.events) < eventsNeeded(alpha)) return null
  if (control.variance === 0 || treatment.variance === 0) return null
  const visitors = control.count + treatment.count
  return compare({ control, treatment }, alwaysValidCriticalValue({ visitors, alpha, tightestAt }))
}

/**
 * The rarer an error is to be, the farther out the sum must look normal: 20 events at 5 %, 47 at 1 %. What skewness adds to the tail beyond z grows
 * with z³/√events (Edgeworth), and z² with ln(1/alpha).
 */
export function eventsNeeded(alpha: number): number {
  return EVENTS_MIN * Math.max(1, Math.log(alpha) / Math.log(ALPHA_OF_EVENTS_MIN)) ** 2
}

/**
 * How many standard errors an interval needs to hold at every look, where one look needs 1.96 (alpha 5 %):
 * √( 2 (1 + 1/nρ²) · ln( √(nρ² + 1) / alpha ) ), no unit; n visitors of both arms.
 * Robbins' normal mixture (Ann. Math. Stat. 41, 1970) with the variance estimated as it comes, asymptotically valid: Waudby-Smith, Arbour, Sinha,
 * Kennedy & Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences" (Ann. Stat. 2024, arXiv 2103.06476); the start is
 * delayed to EVENTS_MIN as in Bibaut, Kallus & Lindon (arXiv 2212.14411).
 */
export function alwaysValidCriticalValue({
  visitors,
  alpha,
  tightestAt,
}: {
  visitors: number
  alpha: number
  tightestAt: number
}): number {
  const time = (visitors / tightestAt) * tightness(alpha)
  return Math.sqrt(2 * (1 + 1 / time) * Math.log(Math.sqrt(time + 1) / alpha))
}

/** ρ²·tightestAt, no unit: −2 ln alpha + ln(1 − 2 ln alpha), after Howard, Ramdas, McAuliffe & Sekhon (Ann. Stat. 49, 2021), section 3.5. */
function tightness(alpha: number): number {
  const evidence = -2 * Math.log(alpha)
  return evidence + Math.log(1 + evidence)
}
