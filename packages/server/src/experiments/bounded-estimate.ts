import { estimateOf, kish, type Estimate } from './estimate.ts'
import type { Moments } from './moments.ts'

/** Sums of values that lie between 0 and `most`, which was fixed before the first of them came: 1 for a share, the cap for revenue. */
type Bounded = Moments & { most: number }

/** So many events stands a value at the bound for: not all are there, and what is asked for, twenty, is as much of any law as it is of coins. */
const EVENTS_AT_MOST = 3

/**
 * Mean and s²/n as of any metric, with events that a skewed sum cannot feign. The skewness of a sum of values up to `most` is at most
 * 1/√(Σx²/most²), whatever their law, while what has not come yet (the one large order in a thousand) leaves Σx² small; Kish's count grows without
 * it and promises a normal sum that is none. Of the two, and of what lies at 0 and at `most`, the rarest counts: for shares that is the rarer answer.
 */
export function boundedEstimateOf({ most, ...moments }: Bounded, at: string): Estimate {
  const estimate = estimateOf(moments, at)
  const { count, sum, sumOfSquares } = moments
  if (!(most > 0 && Number.isFinite(most))) throw new RangeError(`${at}.most is ${most}, expected a number above 0`)
  if (!(sum >= 0 && sum <= count * most * (1 + ROUNDING))) {
    throw new RangeError(`${at}.sum is ${sum}, expected 0 to ${count * most} with ${count} values up to ${most}`)
  }
  if (!(sumOfSquares <= most * sum * (1 + ROUNDING))) {
    throw new RangeError(`${at}.sumOfSquares is ${sumOfSquares}, expected at most ${most * sum} with values up to ${most}`)
  }
  return { ...estimate, events: Math.min(carriers(moments, most), carriers(fromAbove(moments, most), most)) }
}

const ROUNDING = 1e-9

function carriers(moments: Moments, most: number): number {
  return Math.min(kish(moments), (EVENTS_AT_MOST * moments.sumOfSquares) / most ** 2)
}

/** The same values, counted from the bound down: most − x. */
function fromAbove({ count, sum, sumOfSquares }: Moments, most: number): Moments {
  return {
    count,
    sum: Math.max(0, count * most - sum),
    sumOfSquares: Math.max(0, count * most ** 2 - 2 * most * sum + sumOfSquares),
  }
}
