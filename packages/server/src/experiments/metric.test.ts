import * as fc from 'fast-check'
import jstat from 'jstat'
import { expect, test } from 'vitest'
import { conversion } from './conversion.ts'
import { mean, momentsOf, variance } from './moments.ts'
import { pairMomentsOf } from './pair-moments.ts'
import { ratio } from './ratio.ts'
import { replyRate } from './reply-rate.ts'
import { ORDERS_MIN, revenueCap } from './revenue-cap.ts'
import { revenuePerVisitor, type Earning } from './revenue-per-visitor.ts'

test.each([
  [1000, 30, 30],
  [1000, 950, 50],
  [1000, 0, 0],
  [1000, 1000, 0],
  [0, 0, 0],
])('[EX9][G14] of %i visitors %i convert: a share, carried by the rarer %i', (visitors, converted, events) => {
  const share = visitors === 0 ? 0 : converted / visitors
  const estimate = conversion({ visitors, converted }, 'control')
  expect(estimate).toMatchObject({ mean: share, count: visitors, events })
  expect(estimate.variance).toBeCloseTo(visitors === 0 ? 0 : (share * (1 - share)) / (visitors - 1), 12)
})

test('[EX9] conversion is the mean of zeros and ones', () => {
  const visits = [...Array(97).fill(0), 1, 1, 1]
  const { mean: share, variance: squared } = conversion({ visitors: 100, converted: 3 }, 'control')
  expect(share).toBe(jstat.mean(visits))
  expect(squared).toBeCloseTo(jstat.variance(visits, true) / 100, 12)
})

test('[EX10][G14] revenue is shared by all visitors, buyers or not, and its variance is between visitors', () => {
  const cents = [0, 0, 0, 0, 0, 0, 0, 1999, 0, 8001]
  const { sum, sumOfSquares } = momentsOf(cents)
  const earning = { visitors: 10, revenue: sum, cap: 10_000, capped: sum, cappedSquared: sumOfSquares }
  const { judged, uncappedMean } = revenuePerVisitor(earning, 'control')
  expect(judged.mean).toBe(1000)
  expect(judged.variance).toBeCloseTo(jstat.variance(cents, true) / 10, 6)
  expect(uncappedMean).toBe(1000)
})

test('[EX40] what a visitor brought above the cap is shown in the mean and judged in nothing', () => {
  const visits = [0, 0, 0, 0, 0, 0, 0, 1999, 0, 80_010]
  const capped = momentsOf(visits.map((cents) => Math.min(cents, 8001)))
  const earning = { visitors: 10, revenue: 82_009, cap: 8001, capped: capped.sum, cappedSquared: capped.sumOfSquares }
  expect(revenuePerVisitor(earning, 'control')).toMatchObject({ judged: { mean: 1000, count: 10 }, uncappedMean: 8200.9 })
})

test('[EX40] nobody came: there is no mean to show', () => {
  const nobody = { visitors: 0, revenue: 0, cap: 8001, capped: 0, cappedSquared: 0 }
  expect(revenuePerVisitor(nobody, 'control')).toEqual({
    judged: { mean: 0, variance: 0, count: 0, events: 0 },
    uncappedMean: null,
  })
})

test.each<[string, Partial<Earning>, string]>([
  ['no cap', { cap: 0 }, 'control.most is 0, expected a number above 0'],
  ['a cap without end', { cap: Infinity }, 'control.most is Infinity, expected a number above 0'],
  ['more than the cap each', { visitors: 10, cap: 100 }, 'control.sum is 2000, expected 0 to 1000 with 10 values up to 100'],
  [
    'squares above the cap',
    { cappedSquared: 3_000_000 },
    'control.sumOfSquares is 3000000, expected at most 2000000 with values up to 1000',
  ],
  ['refunds that were not counted as nothing', { capped: -1, cappedSquared: 1 }, 'control.sum is -1, expected 0 to 10000'],
  ['no sum', { revenue: Number.NaN }, 'control.revenue is NaN, expected a number'],
])('[EX8] sums that no capped revenue can have are refused: %s', (_, change, message) => {
  const earning: Earning = { visitors: 10, revenue: 5000, cap: 1000, capped: 2000, cappedSquared: 2_000_000 }
  expect(revenuePerVisitor(earning, 'control').judged.mean).toBe(200)
  expect(() => revenuePerVisitor({ ...earning, ...change }, 'control')).toThrow(message)
})

test.each([
  ['of a thousand the largest but one', Array.from({ length: 1000 }, (_, order) => order + 1), 999],
  ['of ten thousand the largest but ten', Array.from({ length: 10_000 }, (_, order) => 10_000 - order), 9990],
  ['of fewer the largest', Array.from({ length: ORDERS_MIN }, (_, order) => order + 1), ORDERS_MIN],
  ['free ones and refunds are none', [...Array.from({ length: ORDERS_MIN }, () => 7), 0, 0, -900], 7],
  ['too few say nothing', Array.from({ length: ORDERS_MIN - 1 }, () => 7), null],
  ['none', [], null],
])('[EX41] the cap proposed is the 99.9 %% quantile of earlier orders: %s', (_, orders, cap) => {
  expect(revenueCap(orders)).toBe(cap)
})

test('[EX11][G15] the reply rate is answers over sendings, not the mean of the visitors own rates', () => {
  const sendings = pairMomentsOf([
    { x: 1, y: 1 },
    { x: 9, y: 0 },
    { x: 10, y: 4 },
  ])
  expect(replyRate(sendings, 'control').mean).toBe(0.25)
})

test('[EX11] without sendings there is no rate to speak of', () => {
  expect(replyRate(pairMomentsOf([]), 'control')).toEqual({ mean: 0, variance: 0, count: 0, events: 0 })
  expect(replyRate(pairMomentsOf([{ x: 0, y: 0 }]), 'control')).toEqual({ mean: 0, variance: 0, count: 1, events: 0 })
})

test('[EX12] one sending for each visitor makes the ratio a plain mean', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 50 }), (values) => {
      const plain = momentsOf(values)
      const estimate = ratio(pairMomentsOf(values.map((y) => ({ x: 1, y }))), 'control')
      expect(estimate.mean).toBeCloseTo(mean(plain), 12)
      expect(estimate.variance).toBeCloseTo(variance(plain) / values.length, 12)
    }),
    { seed: 1 },
  )
})

test('[EX12] the delta method is the variance of what is left of y when R times x is taken off', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: fc.integer({ min: 1, max: 9 }), y: fc.integer({ min: 0, max: 9 }) }), {
        minLength: 3,
        maxLength: 50,
      }),
      (pairs) => {
        const xs = pairs.map(({ x }) => x)
        const ratioOfMeans = jstat.mean(pairs.map(({ y }) => y)) / jstat.mean(xs)
        const left = pairs.map(({ x, y }) => y - ratioOfMeans * x)
        const expected = jstat.variance(left, true) / (pairs.length * jstat.mean(xs) ** 2)
        expect(ratio(pairMomentsOf(pairs), 'control').variance).toBeCloseTo(expected, 10)
      },
    ),
    { seed: 1 },
  )
})

test('[EX12] sendings of one visitor that are answered alike weigh less than as many independent ones', () => {
  const alike = pairMomentsOf(Array.from({ length: 100 }, (_, visitor) => ({ x: 10, y: visitor < 10 ? 10 : 0 })))
  const independent = conversion({ visitors: 1000, converted: 100 }, 'control')
  const estimate = replyRate(alike, 'control')
  expect(estimate.mean).toBe(independent.mean)
  expect(estimate.variance / independent.variance).toBeCloseTo(10, 0)
})
