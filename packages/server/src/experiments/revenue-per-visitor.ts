import { boundedEstimateOf } from './bounded-estimate.ts'
import type { Estimate } from './estimate.ts'

/** `capped` and `cappedSquared` sum what each visitor brought, at least 0 and at most `cap`, and the square of that; `revenue` is all of it. */
export type Earning = { visitors: number; revenue: number; cap: number; capped: number; cappedSquared: number }

/** `judged` is what intervals and verdicts are made from, `uncappedMean` is shown beside it and decides nothing; null without visitors. */
type Revenue = { judged: Estimate; uncappedMean: number | null }

/**
 * Revenue of all goals over all visitors, buyers or not, in the smallest unit of the site's currency (cents). A verdict is on revenue capped at a
 * value fixed before the start: no interval holds for the mean of every law, one order more than all the others may always be still to come.
 */
export function revenuePerVisitor({ visitors, revenue, cap, capped, cappedSquared }: Earning, at: string): Revenue {
  if (!Number.isFinite(revenue)) throw new RangeError(`${at}.revenue is ${revenue}, expected a number`)
  return {
    judged: boundedEstimateOf({ count: visitors, sum: capped, sumOfSquares: cappedSquared, most: cap }, at),
    uncappedMean: visitors === 0 ? null : revenue / visitors,
  }
}
