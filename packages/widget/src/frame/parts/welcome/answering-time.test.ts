import { expect, test } from 'vitest'
import { answeringTime } from './answering-time.ts'
import { texts as english } from './texts.en.ts'
import { texts as french } from './texts.fr.ts'

test.each([
  [20_000, '1 minute', '1 minute'],
  [61_000, '2 minutes', '2 minutes'],
  [59 * 60_000, '59 minutes', '59 minutes'],
  [61 * 60_000, '2 hours', '2 heures'],
])('[WG109] %i ms are said as %s', (answersInMs, time, temps) => {
  expect(answeringTime({ answersInMs, locale: 'en', text: english.hereAndFast })).toBe(`Here now, usually answer in ${time}`)
  expect(answeringTime({ answersInMs, locale: 'fr', text: french.hereAndFast })).toMatch(new RegExp(temps.replace(' ', '\\s')))
})
