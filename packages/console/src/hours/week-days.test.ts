import { expect, test } from 'vitest'
import { movedBy } from './moved-by.ts'
import {
  anotherPeriod,
  barOf,
  type Edge,
  edgeOf,
  groundOf,
  mostWhileClosed,
  moveEdge,
  type Period,
  periodOf,
  type Week,
  WEEKDAYS,
} from './week-days.ts'

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

const shop = [periodOf('09:00', '13:00'), periodOf('14:00', '18:00')]
const night: Period[] = [{ from: '22:00', to: '04:00', ends: 'next-day' }]

test.each<[says: string, periods: Period[], index: number, edge: Edge, minute: number, expected: string]>([
  ['goes where it is dragged', shop, 0, 'from', 8 * 60 + 15, '08:15–13:00 14:00–18:00'],
  ['stops at its neighbour', shop, 0, 'to', 15 * 60, '09:00–14:00 14:00–18:00'],
  ['stops at its neighbour on the other side', shop, 1, 'from', 8 * 60, '09:00–13:00 13:00–18:00'],
  ['never passes its other edge', shop, 1, 'from', 19 * 60, '09:00–13:00 17:45–18:00'],
  ['stops at the beginning of the day', shop, 0, 'from', -30, '00:00–13:00 14:00–18:00'],
  ['reaches midnight', shop, 1, 'to', 24 * 60, '09:00–13:00 14:00–24:00'],
  ['of what goes on over midnight begins earlier', night, 0, 'from', 20 * 60, '20:00–04:00'],
  ['of what goes on over midnight is left where it is at midnight', night, 0, 'to', 24 * 60, '22:00–04:00'],
  ['of what goes on over midnight comes back to the day', night, 0, 'to', 23 * 60, '22:00–23:00'],
])('[CO290] an edge of a period %s', (_says, periods, index, edge, minute, expected) => {
  expect(
    moveEdge(periods, { index, edge, minute })
      .map(({ from, to }) => `${from}–${to}`)
      .join(' '),
  ).toBe(expected)
})

test.each<[key: string, minute: number | undefined]>([
  ['ArrowRight', 9 * 60 + 15],
  ['ArrowUp', 9 * 60 + 15],
  ['ArrowLeft', 9 * 60],
  ['ArrowDown', 9 * 60],
  ['PageUp', 10 * 60 + 5],
  ['PageDown', 8 * 60 + 5],
  ['Home', 0],
  ['End', 12 * 60 + 45],
  ['a', undefined],
])('[CO290] with the key %s it goes to the next quarter, by an hour, or as far as it can', (key, minute) => {
  const periods = [periodOf('09:05', '13:00')]
  expect(movedBy(key, edgeOf(periods, 0, 'from'))).toBe(minute)
})

test('[CO241] of the hours in which it is closed the one is named in which most write', () => {
  const week = { ...(Object.fromEntries(WEEKDAYS.map((day) => [day, shop])) as Week), friday: night } // all of its days
  const written = (...counts: [day: number, hour: number, count: number][]) =>
    WEEKDAYS.map((_, day) =>
      Array.from({ length: 24 }, (__, hour) => counts.find(([on, at]) => on === day && at === hour)?.[2] ?? 0),
    )
  expect(mostWhileClosed(week, written([0, 10, 9], [2, 20, 4], [3, 13, 3]))).toEqual({ day: 'wednesday', hour: 20 })
  // What goes on over midnight is open on the day after.
  expect(mostWhileClosed(week, written([4, 23, 9], [5, 3, 9], [5, 4, 1]))).toEqual({ day: 'saturday', hour: 4 })
  expect(mostWhileClosed(week, written([0, 10, 9]))).toBeUndefined()
})
