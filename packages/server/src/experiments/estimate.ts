import { assertMoments, mean, variance, type Moments } from './moments.ts'

/**
 * What one arm says about a metric, whatever the metric. `mean` in its unit; `variance` of that mean (not between visitors), unit squared;
 * `count` visitors; `events` how many of them carry it, by which a look is too early or not.
 */
export type Estimate = { mean: number; variance: number; count: number; events: number }

/**
 * Mean and s²/n of one value per visitor. Events are counted by Kish's effective sample size, (Σx)² / Σx² (Survey Sampling, 1965): ten equal
 * orders count ten, one huge among ten small ones hardly more than one.
 */
export function estimateOf(moments: Moments, at: string): Estimate {
  assertMoments(moments, at)
  const { count, sum, sumOfSquares } = moments
  if (count === 0) return { mean: 0, variance: 0, count: 0, events: 0 }
  return {
    mean: mean(moments),
    variance: variance(moments) / count,
    count,
    events: sumOfSquares === 0 ? 0 : (sum * sum) / sumOfSquares,
  }
}
