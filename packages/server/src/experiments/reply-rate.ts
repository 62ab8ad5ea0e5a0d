import { ratio } from './ratio.ts'
import type { Estimate } from './estimate.ts'
import type { PairMoments } from './pair-moments.ts'

/**
 * Answered sendings over sendings, a share from 0 to 1. Visitors are what is assigned, and one visitor may get several sendings, so it is a
 * ratio of two sums over visitors: x sendings, y those the visitor answered.
 */
export function replyRate(sendings: PairMoments, at: string): Estimate {
  if (sendings.y.sum > sendings.x.sum) {
    throw new RangeError(`${at}.y.sum is ${sendings.y.sum}, expected at most the ${sendings.x.sum} sendings`)
  }
  return ratio(sendings, at)
}
