import { assert, double, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { backOffMs } from './back-off.ts'

test('[CL2] a wait is a random part of 0.5 s, doubled with each failure, and never more than 30 s', () => {
  assert(
    property(nat(2000), double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, chance) => {
      const ms = backOffMs(failures, () => chance)
      expect(ms).toBeGreaterThanOrEqual(0)
      expect(ms).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** failures))
    }),
  )
})

test('[CL2] the whole of the time is used, from nothing to the bound', () => {
  expect([0, 1, 2, 5, 6, 50].map((failures) => backOffMs(failures, () => 0.5))).toEqual([250, 500, 1000, 8000, 15_000, 15_000])
  expect(backOffMs(3, () => 0)).toBe(0)
})
