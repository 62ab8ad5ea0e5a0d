import { expect, test } from 'vitest'
import { instantIn, shownIn } from './zoned-time.ts'

test.each([
  ['Europe/Lisbon', '2026-11-20T19:10', Date.UTC(2026, 10, 20, 19, 10)],
  ['Europe/Vienna', '2026-07-01T09:00', Date.UTC(2026, 6, 1, 7)],
  ['Asia/Kathmandu', '2026-11-20T00:00', Date.UTC(2026, 10, 19, 18, 15)],
  ['America/New_York', '2026-11-01T12:00', Date.UTC(2026, 10, 1, 17)],
])('[CO242] a moment is chosen in the time of the hours: %s, %s', (zone, shown, at) => {
  expect(instantIn(zone, shown)).toBe(at)
  expect(shownIn(zone, at)).toBe(shown)
})

test('[CO242] half a moment is none', () => {
  expect(instantIn('UTC', '')).toBeUndefined()
})
