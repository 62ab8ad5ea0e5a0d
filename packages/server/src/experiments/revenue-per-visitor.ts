import { estimateOf, type Estimate } from './estimate.ts'

type Earning = { visitors: number; revenue: number; revenueSquared: number }

/**
 * Revenue of all goals over all visitors, buyers or not, in the smallest unit of the site's currency (cents); `revenueSquared` is the sum over
 * visitors of each one's revenue squared, not the square of the sum.
 */
export function revenuePerVisitor({ visitors, revenue, revenueSquared }: Earning, at: string): Estimate {
  return estimateOf({ count: visitors, sum: revenue, sumOfSquares: revenueSquared }, at)
}
