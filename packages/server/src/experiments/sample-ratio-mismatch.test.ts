import * as fc from 'fast-check'
import jstat from 'jstat'
import { expect, test } from 'vitest'
import { sampleRatioMismatch } from './sample-ratio-mismatch.ts'

test.each([
  ['an even split', [5000, 5000], [1, 1], false],
  ['a little off by chance', [5080, 4920], [1, 1], false],
  ['one arm at 60 % of 700', [420, 280], [1, 1], true],
  ['one arm at 51 % of 40,000', [20_400, 19_600], [1, 1], true],
  ['one arm at 51 % of 10,000, which chance explains', [5100, 4900], [1, 1], false],
  ['nine to one as meant', [9000, 1000], [9, 1], false],
  ['half and half where nine to one was meant', [5000, 5000], [9, 1], true],
  ['three arms, one starved', [4000, 4000, 3500], [1, 1, 1], true],
  ['nobody yet', [0, 0], [1, 1], false],
  ['the first visitor', [1, 0], [1, 1], false],
])('[EX19] arms that did not get their shares are a mismatch: %s', (_, visitors, weights, mismatch) => {
  const arms = visitors.map((count, index) => ({ visitors: count, weight: weights[index] ?? 0 }))
  expect(sampleRatioMismatch(arms).mismatch).toBe(mismatch)
})

test('[EX19] the evidence is fair: whichever arm the next visitor goes to, its expectation stays as it is', () => {
  const weights = [1, 2, 5]
  const odds = (visitors: readonly number[]) =>
    1 / sampleRatioMismatch(visitors.map((count, arm) => ({ visitors: count, weight: weights[arm] ?? 0 }))).alwaysValid
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), (visitors) => {
      const later = weights.map((_, arm) => odds(visitors.map((count, index) => (index === arm ? count + 1 : count))))
      // Odds under 1 are shown as a chance of 1, so the sum can be checked only above it.
      fc.pre(Math.min(odds(visitors), ...later) > 1)
      const expected = later.reduce((sum, next, arm) => sum + ((weights[arm] ?? 0) / 8) * next, 0)
      expect(expected / odds(visitors)).toBeCloseTo(1, 6)
    }),
    { seed: 1 },
  )
})

test("[EX20] chi-square and its chance at one look are the textbook's", () => {
  const { chiSquare, oneLook } = sampleRatioMismatch([
    { visitors: 5100, weight: 1 },
    { visitors: 4900, weight: 1 },
  ])
  expect(chiSquare).toBe(4)
  expect(oneLook).toBeCloseTo(1 - jstat.chisquare.cdf(4, 1), 9)
  const none = sampleRatioMismatch([
    { visitors: 0, weight: 1 },
    { visitors: 0, weight: 1 },
  ])
  expect(none).toEqual({ mismatch: false, alwaysValid: 1, chiSquare: 0, oneLook: 1 })
})

test('[EX20] the chance at one look would call a mismatch where daily looks may not', () => {
  const arms = [
    { visitors: 5135, weight: 1 },
    { visitors: 4865, weight: 1 },
  ]
  expect(sampleRatioMismatch(arms).oneLook).toBeLessThan(0.01)
  expect(sampleRatioMismatch(arms).mismatch).toBe(false)
})

test.each([
  ['a weight of zero', { visitors: 1, weight: 0 }, 'arms[1].weight is 0, expected a number above 0'],
  ['half a visitor', { visitors: 0.5, weight: 1 }, 'arms[1].visitors is 0.5, expected a whole number from 0'],
  ['fewer than nobody', { visitors: -1, weight: 1 }, 'arms[1].visitors is -1, expected a whole number from 0'],
])('[EX8] impossible arms are refused with their place: %s', (_, arm, message) => {
  expect(() => sampleRatioMismatch([{ visitors: 1, weight: 1 }, arm])).toThrow(message)
})
