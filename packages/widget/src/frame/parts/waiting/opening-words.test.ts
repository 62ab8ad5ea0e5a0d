import { openingDay, openingThere, openingWait } from '@portico/protocol/opening-words'
import { expect, test } from 'vitest'
import { texts as en } from './texts.en.ts'
import { texts as fr } from './texts.fr.ts'

/** Friday, ten past seven in the evening, wherever this is run. */
const now = new Date(2026, 10, 20, 19, 10).getTime()
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()

test.each([
  ['later today', at(20, 20), 'today at 20:00', 'aujourd’hui à 20:00'],
  ['tomorrow', at(21, 10), 'tomorrow at 10:00', 'demain à 10:00'],
  ['next week', at(24, 9), 'Tuesday at 09:00', 'mardi à 09:00'],
  ['the day before a week is over', at(26, 9), 'Thursday at 09:00', 'jeudi à 09:00'],
  ['a week from now', at(27, 9, 30), 'Friday 27 November at 09:30', 'vendredi 27 novembre à 09:30'],
])('[WG210] when it opens again is said in the visitor’s time and words: %s', (_name, opens, english, french) => {
  expect(openingDay({ opens, now, locale: 'en-GB', texts: en })).toBe(english)
  expect(openingDay({ opens, now, locale: 'fr', texts: fr })).toBe(french)
})

test.each([
  [at(20, 19, 10) + 1, '1 minute'],
  [at(20, 19, 55), '45 minutes'],
  [at(20, 21, 10), '2 hours'],
  [at(21, 10), '14 hrs 50 mins'],
  [at(24, 9), '3 days'],
])('[WG210] and how long that is', (opens, wait) => {
  expect(openingWait({ opens, now, locale: 'en-GB' })).toBe(wait)
})

test('[WG211] where the clock shows another time there, that is said too', () => {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const opens = at(21, 10)
  expect(openingThere({ opens, zone: own, locale: 'en-GB', texts: en })).toBe('')
  const zone = 'America/New_York'
  const there = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }).format(opens)
  expect(openingThere({ opens, zone, locale: 'en-GB', texts: en })).toBe(`That is ${there} in New York.`)
})

test('[WG211] by another clock than one’s own it is another day and time', () => {
  const evening = Date.UTC(2026, 10, 20, 19, 10)
  const opens = Date.UTC(2026, 10, 21, 10)
  const said = (own: string) => openingDay({ opens, now: evening, own, locale: 'en-GB', texts: en })
  expect(said('Europe/Lisbon')).toBe('tomorrow at 10:00')
  expect(said('Asia/Tokyo')).toBe('today at 19:00')
  const there = { opens, zone: 'Europe/Lisbon', locale: 'en-GB', texts: en }
  expect(openingThere({ ...there, own: 'Europe/London' })).toBe('')
  expect(openingThere({ ...there, own: 'Asia/Tokyo' })).toBe('That is 10:00 in Lisbon.')
})
