import { expect, test } from 'vitest'
import { median, percentile } from './percentile.ts'

test('[BN2] a percentile is a value that was measured, and that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1), percentile([7], 0.01)]).toEqual([
    50, 99, 100, 7,
  ])
  expect(median([3, 1, 2])).toBe(2)
  expect(() => median([])).toThrow('no values')
})
