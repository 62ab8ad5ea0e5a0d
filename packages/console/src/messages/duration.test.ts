import { expect, test } from 'vitest'
import { duration } from './duration.ts'

test('[CO34] a wait is counted in minutes and seconds, hours where it must', () => {
  expect([0, 21_000, 252_999, 3_852_000, 360_000_000].map(duration)).toEqual(['0:00', '0:21', '4:12', '1:04:12', '100:00:00'])
})

test('[CO34] a clock that runs behind shows no wait below nothing', () => {
  expect(duration(-5000)).toBe('0:00')
})
