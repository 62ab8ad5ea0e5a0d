import { estimateOf, type Estimate } from './estimate.ts'

type Converting = { visitors: number; converted: number }

/**
 * Visitors with at least one goal over visitors, a share from 0 to 1; variance p(1 − p)/(n − 1), the moments of zeros and ones. Its events are
 * the rarer of converted and not converted: 95 of 100 say as little about the rest as 5 of 100.
 */
export function conversion({ visitors, converted }: Converting, at: string): Estimate {
  if (!Number.isSafeInteger(converted) || converted < 0 || converted > visitors) {
    throw new RangeError(`${at}.converted is ${converted}, expected a whole number from 0 to the ${visitors} visitors`)
  }
  return estimateOf({ count: visitors, sum: converted, sumOfSquares: converted }, at)
}
