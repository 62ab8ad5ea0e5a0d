import { expect, test } from 'vitest'
import { anotherPeriod, barOf, groundOf, periodOf } from './week-days.ts'

test('[CO240] what ends before it begins goes on over midnight', () => {
  expect(periodOf('09:00', '17:00').ends).toBe('same-day')
  expect(periodOf('22:00', '04:00').ends).toBe('next-day')
  expect(periodOf('22:00', '00:00').ends).toBe('next-day')
})

test('[CO240] another period follows the last one and stays within its day', () => {
  expect(anotherPeriod([])).toEqual(periodOf('09:00', '17:00'))
  expect(anotherPeriod([periodOf('09:00', '13:00')])).toEqual(periodOf('14:00', '18:00'))
  expect(anotherPeriod([periodOf('09:00', '23:30')])).toEqual(periodOf('23:00', '23:59'))
})

test('[CO241] a bar shows where in the day a period lies; what goes over midnight runs to the end', () => {
  expect(barOf(periodOf('06:00', '18:00'))).toEqual({ begin: 0.25, length: 0.5 })
  expect(barOf(periodOf('18:00', '04:00'))).toEqual({ begin: 0.75, length: 0.25 })
})

test('[CO241] the ground is highest where visitors write most, and flat where nobody does', () => {
  expect(groundOf([0, 5, 10], 10)).toBe('0,1 0.5,1 1.5,0.55 2.5,0.09999999999999998 3,1')
  expect(groundOf([0, 0], 0)).toBe('0,1 0.5,1 1.5,1 2,1')
})
