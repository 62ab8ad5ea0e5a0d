import { upperGammaShare } from './upper-gamma-share.ts'

const HALVINGS = 60
const FURTHEST = 40

/** z with Φ(z) = share, in standard deviations: halved out of P(|Z| > z) = Q(1/2, z²/2) (A. & S. 26.4.19). Slow: not for inner loops. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`the share is ${share}, expected one between 0 and 1`)
  if (share < 0.5) return -normalQuantile(1 - share)
  let low = 0
  let high = FURTHEST
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (upperGammaShare(0.5, middle ** 2 / 2) > 2 * (1 - share)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
