/**
 * What one arm's visitors add up to: how many, their values' sum (in the metric's unit) and sum of squares (unit squared). A database sums
 * them in one pass. Doubles keep the variance right to 1e-4 of itself while the mean is under a million times the spread.
 */
export type Moments = { count: number; sum: number; sumOfSquares: number }

export function momentsOf(values: readonly number[]): Moments {
  return { count: values.length, sum: sumOf(values), sumOfSquares: sumOf(values.map((value) => value * value)) }
}

export function mergeMoments(one: Moments, other: Moments): Moments {
  return {
    count: one.count + other.count,
    sum: one.sum + other.sum,
    sumOfSquares: one.sumOfSquares + other.sumOfSquares,
  }
}

/** In the metric's unit. */
export function mean({ count, sum }: Moments): number {
  return sum / count
}

/** Between visitors, unit squared: unbiased, (Σx² − (Σx)²/n) / (n − 1). */
export function variance(moments: Moments): number {
  const { count, sum, sumOfSquares } = moments
  return count < 2 ? 0 : Math.max(0, sumOfSquares - (sum * sum) / count) / (count - 1)
}

/** A bug in the query that summed, caught before it becomes a verdict. */
export function assertMoments(moments: Moments, at: string): void {
  const { count, sum, sumOfSquares } = moments
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${at}.count is ${count}, expected a whole number from 0`)
  if (!Number.isFinite(sum)) throw new RangeError(`${at}.sum is ${sum}, expected a number`)
  const least = count === 0 ? 0 : (sum * sum) / count
  if (
    !(Number.isFinite(sumOfSquares) && sumOfSquares >= least * (1 - ROUNDING)) ||
    (count === 0 && (sum !== 0 || sumOfSquares !== 0))
  ) {
    throw new RangeError(`${at}.sumOfSquares is ${sumOfSquares}, expected at least ${least} with ${count} values of sum ${sum}`)
  }
}

const ROUNDING = 1e-9

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
