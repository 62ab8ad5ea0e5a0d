import { expect, test } from 'vitest'
import { formatIn } from './format.ts'

const noon = new Date(2026, 10, 20, 12, 0).getTime()
const DAY_MS = 86_400_000

test('[CO34] lists tell the time today, the weekday within a week, else the date', () => {
  const format = formatIn('en-GB')
  expect(format.brief(noon - 60_000, noon)).toBe('11:59')
  expect(format.brief(noon - DAY_MS, noon)).toBe('Thu')
  expect(format.brief(noon - 10 * DAY_MS, noon)).toBe('10 Nov')
})

test('[CO11] days are today, yesterday, or their date, in the reader’s language', () => {
  expect(formatIn('en').dayName(noon, noon)).toBe('Today')
  expect(formatIn('fr').dayName(noon - DAY_MS, noon)).toBe('Hier')
  expect(formatIn('fr').dayName(noon - 2 * DAY_MS, noon)).toBe('mercredi 18 novembre 2026')
})

test('[CO27] a ratio is rounded down, so that 4.46 is not said to be enough', () => {
  expect(formatIn('en').ratio(4.49)).toBe('4.4')
  expect(formatIn('fr').ratio(4.5)).toBe('4,5')
})
