import { assertMoments, type Moments } from './moments.ts'

/** Two values of each visitor: both moments and the sum of their products (unit of x times unit of y). */
export type PairMoments = { x: Moments; y: Moments; sumOfProducts: number }

export type Pair = { x: number; y: number }

/** Between visitors, unbiased: (Σxy − Σx·Σy/n) / (n − 1). */
export function covariance({ x, y, sumOfProducts }: PairMoments): number {
  return x.count < 2 ? 0 : (sumOfProducts - (x.sum * y.sum) / x.count) / (x.count - 1)
}

export function pairMomentsOf(pairs: readonly Pair[]): PairMoments {
  return pairs.reduce((moments, pair) => addPair(moments, pair), NO_PAIRS)
}

function addPair(moments: PairMoments, { x, y }: Pair): PairMoments {
  return {
    x: add(moments.x, x),
    y: add(moments.y, y),
    sumOfProducts: moments.sumOfProducts + x * y,
  }
}

export function assertPairMoments(pair: PairMoments, at: string): void {
  const { x, y, sumOfProducts } = pair
  assertMoments(x, `${at}.x`)
  assertMoments(y, `${at}.y`)
  if (x.count !== y.count) throw new RangeError(`${at}.y.count is ${y.count}, expected that of x, ${x.count}`)
  const most = Math.sqrt(x.sumOfSquares * y.sumOfSquares)
  if (!(Math.abs(sumOfProducts) <= most * (1 + ROUNDING))) {
    throw new RangeError(`${at}.sumOfProducts is ${sumOfProducts}, expected at most ${most} either way`)
  }
}

const ROUNDING = 1e-9

const NOTHING: Moments = { count: 0, sum: 0, sumOfSquares: 0 }

const NO_PAIRS: PairMoments = { x: NOTHING, y: NOTHING, sumOfProducts: 0 }

function add({ count, sum, sumOfSquares }: Moments, value: number): Moments {
  return { count: count + 1, sum: sum + value, sumOfSquares: sumOfSquares + value * value }
}
