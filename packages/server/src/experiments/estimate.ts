import { assertMoments, mean, variance, type Moments } from './moments.ts'

/**
 * What one arm says about a metric, whatever the metric. `mean` in its unit; `variance` of that mean (not between visitors), unit squared;
 * `count` visitors; `events` how many of them carry it, by which a look is too early or not.
 */
export type Estimate = { mean: number; variance: number; count: number; events: number }

/**
 * Mean and s²/n of one value per visitor, of which no largest is known: what may be one huge order among many gets its events from
 * `boundedEstimateOf`. Whole numbers whose sum is that of their squares are all 0 or 1, and there the rarer of both carries the metric.
 */
export function estimateOf(moments: Moments, at: string): Estimate {
  assertMoments(moments, at)
  const { count, sum, sumOfSquares } = moments
  if (count === 0) return { mean: 0, variance: 0, count: 0, events: 0 }
  return {
    mean: mean(moments),
    variance: variance(moments) / count,
    count,
    events: sum === sumOfSquares ? Math.min(sum, count - sum) : kish(moments),
  }
}

/** Effective sample size (Σx)² / Σx² (Kish, Survey Sampling, 1965): ten equal orders count ten, one huge among ten small ones hardly more than one. */
export function kish({ sum, sumOfSquares }: Moments): number {
  return sumOfSquares === 0 ? 0 : (sum * sum) / sumOfSquares
}
