import { expect, test } from 'vitest'
import { isTime, shownTime, typedMs } from './typed-time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

test('[CO61] a length of time that is none, negative or too long is refused, and never changed into another', () => {
  const typed = (text: string) => typedMs(text, MINUTE_MS)
  expect(['0', '0.5', '60'].map(typed)).toEqual([0, 30_000, HOUR_MS])
  expect(['0', '0.5', '60'].map(typed).every((ms) => isTime(ms, HOUR_MS))).toBe(true)
  expect(['-1', '', '60.5', '1e9', 'x'].filter((text) => isTime(typed(text), HOUR_MS))).toEqual([])
})

test('[CO61] what was typed stays as it was typed, until the draft says something else', () => {
  expect(shownTime('1.0', { ms: MINUTE_MS, unitMs: MINUTE_MS })).toBe('1.0')
  expect(shownTime('', { ms: Number.NaN, unitMs: MINUTE_MS })).toBe('')
  expect(shownTime('-1', { ms: -MINUTE_MS, unitMs: MINUTE_MS })).toBe('-1')
  expect(shownTime('-1', { ms: 2 * MINUTE_MS, unitMs: MINUTE_MS })).toBe('2')
})
