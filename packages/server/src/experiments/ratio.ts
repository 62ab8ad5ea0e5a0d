import { mean, variance } from './moments.ts'
import { assertPairMoments, covariance, type PairMoments } from './pair-moments.ts'
import type { Estimate } from './estimate.ts'

/**
 * R = ȳ / x̄ where the visitor is assigned but the metric counts something else (orders per visit, answers per sending).
 * Variance by the delta method: (s²y − 2R·sxy + R²·s²x) / (n·x̄²), in (unit of y / unit of x)².
 * Deng, Knoblich & Lu, "Applying the Delta Method in Metric Analytics", KDD 2018. Treating the sendings as independent would understate it.
 */
export function ratio(moments: PairMoments, at: string): Estimate {
  assertPairMoments(moments, at)
  const { x, y } = moments
  if (x.sum === 0) return { mean: 0, variance: 0, count: x.count, events: 0 }
  const ratioOfMeans = y.sum / x.sum
  const spread = variance(y) - 2 * ratioOfMeans * covariance(moments) + ratioOfMeans ** 2 * variance(x)
  return {
    mean: ratioOfMeans,
    variance: Math.max(0, spread) / (x.count * mean(x) ** 2),
    count: x.count,
    events: y.sumOfSquares === 0 ? 0 : y.sum ** 2 / y.sumOfSquares,
  }
}
