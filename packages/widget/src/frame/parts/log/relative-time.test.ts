import { expect, test } from 'vitest'
import { exactTime, relativeTime } from './relative-time.ts'

const now = Date.UTC(2026, 10, 20, 14, 24)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test.each([
  ['this minute', 20_000, 'now', 'maintenant'],
  ['a clock that is a little ahead', -5000, 'now', 'maintenant'],
  ['minutes', 5 * minute + 1, '5 min. ago', 'il y a 5 min'],
  ['hours', 3 * hour, '3 hr. ago', 'il y a 3 h'],
  ['a day', 30 * hour, 'yesterday', 'hier'],
  ['days', 6 * day, '6 days ago', 'il y a 6 j'],
  ['a date', 12 * day, 'Nov 8, 2026', '8 nov. 2026'],
])('[WG14][A25] %s', (_name, agoMs, english, french) => {
  const spoken = (locale: string) => relativeTime({ at: now - agoMs, now, locale }).replaceAll(/\s/g, ' ')
  expect(spoken('en')).toBe(english)
  expect(spoken('fr')).toBe(french)
})

test('[WG14][A25] the exact time stands behind it', () => {
  expect(exactTime({ at: now, locale: 'en' })).toMatch(/^Nov 20, 2026, \d{1,2}:24/)
})
