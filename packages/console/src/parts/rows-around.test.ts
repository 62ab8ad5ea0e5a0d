import { expect, test } from 'vitest'
import { rowsAround } from './rows-around.ts'

const COUNT = 300

test.each([1, 2, 4, 8, 12, 40])(
  '[CO282] of a long list there are at most three times the %i rows in sight, those among them',
  (visible) => {
    for (const startIndex of [0, 1, 7, 150, COUNT - visible]) {
      const rows = rowsAround({ startIndex, endIndex: startIndex + visible - 1, overscan: 0, count: COUNT })
      expect(rows.length).toBe(visible + 2 * Math.min(3, visible))
      expect(rows.length).toBeLessThanOrEqual(3 * visible)
      expect(rows).toEqual(Array.from(rows, (_, n) => (rows[0] ?? 0) + n))
      expect(rows[0]).toBeLessThanOrEqual(startIndex)
      expect(rows.at(-1)).toBeGreaterThanOrEqual(startIndex + visible - 1)
      expect(rows.at(-1)).toBeLessThan(COUNT)
    }
  },
)

test('[CO282] of a short list there are no more rows than it has', () => {
  expect(rowsAround({ startIndex: 0, endIndex: 2, overscan: 0, count: 4 })).toEqual([0, 1, 2, 3])
  expect(rowsAround({ startIndex: 0, endIndex: 0, overscan: 0, count: 1 })).toEqual([0])
})
