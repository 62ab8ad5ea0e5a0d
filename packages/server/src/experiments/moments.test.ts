import * as fc from 'fast-check'
import jstat from 'jstat'
import { expect, test } from 'vitest'
import { conversion } from './conversion.ts'
import { cuped } from './cuped.ts'
import { estimateOf } from './estimate.ts'
import { assertMoments, mean, mergeMoments, momentsOf, variance } from './moments.ts'
import { assertPairMoments, covariance, pairMomentsOf } from './pair-moments.ts'
import { ratio } from './ratio.ts'
import { replyRate } from './reply-rate.ts'

test("[EX7] count, sum and squares give jstat's mean, variance and covariance", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ x: amount(), y: amount() }), { minLength: 2, maxLength: 60 }), (pairs) => {
      const xs = pairs.map(({ x }) => x)
      const ys = pairs.map(({ y }) => y)
      expect(mean(momentsOf(xs))).toBeCloseTo(jstat.mean(xs), 8)
      expect(variance(momentsOf(xs))).toBeCloseTo(jstat.variance(xs, true), 6)
      expect(covariance(pairMomentsOf(pairs))).toBeCloseTo(jstat.covariance(xs, ys), 6)
    }),
    { seed: 1 },
  )
})

test('[EX7] sums of two days add up to those of both', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), fc.array(fc.integer({ min: 0, max: 1000 })), (monday, tuesday) => {
      expect(mergeMoments(momentsOf(monday), momentsOf(tuesday))).toEqual(momentsOf([...monday, ...tuesday]))
    }),
    { seed: 1 },
  )
})

test('[EX7] nobody and one visitor have no variance', () => {
  expect(variance(momentsOf([]))).toBe(0)
  expect(variance(momentsOf([7]))).toBe(0)
  expect(estimateOf(momentsOf([]), 'control')).toEqual({ mean: 0, variance: 0, count: 0, events: 0 })
})

test('[EX7] events count what carries the metric: ten equal orders ten, one huge order hardly more than one', () => {
  expect(estimateOf(momentsOf([...Array(90).fill(0), ...Array(10).fill(50)]), 'control').events).toBeCloseTo(10)
  expect(estimateOf(momentsOf([...Array(89).fill(0), ...Array(10).fill(1), 1000]), 'control').events).toBeCloseTo(1.02)
  expect(estimateOf(momentsOf([0, 0, 0]), 'control').events).toBe(0)
})

const four = { count: 4, sum: 8, sumOfSquares: 20 }
const pair = { x: four, y: four, sumOfProducts: 20 }

test.each<[string, () => unknown, string]>([
  ['half a visitor', () => assertMoments({ ...four, count: 1.5 }, 'control'), 'control.count is 1.5'],
  ['fewer than nobody', () => assertMoments({ ...four, count: -1 }, 'control'), 'control.count is -1'],
  ['a sum that is no number', () => assertMoments({ ...four, sum: Number.NaN }, 'control'), 'control.sum is NaN'],
  [
    'squares too small for the sum',
    () => assertMoments({ ...four, sumOfSquares: 15 }, 'control'),
    'control.sumOfSquares is 15, expected at least 16',
  ],
  [
    'a sum of nobody',
    () => assertMoments({ count: 0, sum: 1, sumOfSquares: 1 }, 'control'),
    'control.sumOfSquares is 1, expected at least 0 with 0 values',
  ],
  [
    'endless squares',
    () => assertMoments({ ...four, sumOfSquares: Infinity }, 'treatment'),
    'treatment.sumOfSquares is Infinity',
  ],
  [
    'arms of different length',
    () => assertPairMoments({ ...pair, y: { ...four, count: 5 } }, 'control'),
    'control.y.count is 5, expected that of x, 4',
  ],
  [
    'impossible products',
    () => assertPairMoments({ ...pair, sumOfProducts: 21 }, 'control'),
    'control.sumOfProducts is 21, expected at most 20',
  ],
  [
    'in a conversion, more than came',
    () => conversion({ visitors: 4, converted: 5 }, 'control'),
    'control.converted is 5, expected a whole number from 0 to the 4',
  ],
  ['in a conversion, half of one', () => conversion({ visitors: 4, converted: 0.5 }, 'control'), 'control.converted is 0.5'],
  ['in a conversion, half a visitor', () => conversion({ visitors: 4.5, converted: 1 }, 'control'), 'control.count is 4.5'],
  ['in a ratio', () => ratio({ ...pair, x: { ...four, sumOfSquares: 1 } }, 'treatment'), 'treatment.x.sumOfSquares is 1'],
  [
    'in a reply rate, more answers than sendings',
    () => replyRate({ ...pair, y: { count: 4, sum: 9, sumOfSquares: 30 } }, 'control'),
    'control.y.sum is 9, expected at most the 8 sendings',
  ],
  [
    'before an adjustment',
    () => cuped({ control: pair, treatment: { ...pair, sumOfProducts: 99 } }),
    'treatment.sumOfProducts is 99',
  ],
])('[EX8] impossible sums are refused with their place: %s', (_, act, message) => {
  expect(act).toThrow(message)
})

test('[EX8] sums that are just possible are taken', () => {
  expect(() => assertMoments({ count: 4, sum: 8, sumOfSquares: 16 }, 'control')).not.toThrow()
  expect(() => assertMoments({ count: 0, sum: 0, sumOfSquares: 0 }, 'control')).not.toThrow()
  expect(() => assertPairMoments(pair, 'control')).not.toThrow()
})

function amount() {
  return fc.integer({ min: -500, max: 500 })
}
