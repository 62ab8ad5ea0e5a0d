import { expect, test } from 'vitest'
import { clockTime, dayName, exactTime } from './clock-time.ts'

const now = new Date(2026, 10, 26, 14, 21).getTime()
const on = (...date: [number, number, number, number, number]) => new Date(...date).getTime()

test.each([
  [on(2026, 10, 26, 0, 0), /^Today$/, /^Aujourd.hui$/],
  [on(2026, 10, 25, 23, 59), /^Yesterday$/, /^Hier$/],
  [on(2026, 10, 24, 12, 0), /^Tuesday,? 24 November 2026$/, /^Mardi 24 novembre 2026$/],
  [on(2025, 11, 31, 12, 0), /^Wednesday,? 31 December 2025$/, /^Mercredi 31 décembre 2025$/],
])('[WG104] the day of %i is %s', (at, english, french) => {
  expect(dayName({ at, now, locale: 'en-GB' })).toMatch(english)
  expect(dayName({ at, now, locale: 'fr' })).toMatch(french)
})

test('[WG14][A25] times are clock times, as they are written where the visitor reads', () => {
  const at = on(2026, 10, 26, 14, 21)
  expect(clockTime({ at, locale: 'en-GB' })).toBe('14:21')
  expect(clockTime({ at, locale: 'fr' })).toBe('14:21')
  expect(clockTime({ at, locale: 'en-US' })).toMatch(/^2:21\sPM$/)
  expect(exactTime({ at, locale: 'en-GB' })).toBe('26 Nov 2026, 14:21')
})
