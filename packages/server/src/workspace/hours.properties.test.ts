import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hours, isOpen, nextOpening, type Weekday, WEEKDAYS } from './hours.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const minute = fc.integer({ min: 0, max: 24 * 4 - 1 }).map((quarter) => quarter * 15)
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const period = fc
  .tuple(minute, minute)
  .map(([from, to]) => ({ from: clock(from), to: clock(to), ends: to > from ? ('same-day' as const) : ('next-day' as const) }))
const periods = fc.array(period, { maxLength: 2 })
const week = Object.fromEntries(WEEKDAYS.map((day) => [day, periods])) as Record<Weekday, typeof periods> // fromEntries forgets the names
const holiday = fc
  .tuple(fc.constantFrom('2026-03-29', '2026-10-25', '2010-11-06', '2011-12-30', '2011-12-31'), periods)
  .map(([date, periods]) => ({ date, name: 'a day off', periods }))
const hours: fc.Arbitrary<Hours> = fc.record({
  zone: fc.constantFrom(
    'Europe/Vienna',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Pacific/Apia',
    'Asia/Beirut',
    'UTC',
  ),
  week: fc.record(week),
  holidays: fc.array(holiday, { maxLength: 2 }),
})

/** On these days clocks are changed in some of these places. */
const forward = ['2026-03-08', '2026-03-29', '2026-10-04']
const back = ['2026-04-05', '2026-10-25', '2026-11-01', '2010-11-07', '2011-12-30']
const near = (...days: string[]) =>
  fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -48 * 60, max: 72 * 60 }))
    .map(([day, minutes]) => Date.parse(`${day}T00:00Z`) + minutes * MINUTE_MS)

test('[WS10][WS11] it flips from closed to open exactly at the next opening, and not before', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })
  fc.assert(
    fc.property(hours, near(...forward, ...back), shares, (hours, at, shares) => {
      const opening = nextOpening(hours, at)
      const lastMs = (opening ?? at + 8 * DAY_MS) - 1 - at
      const between = shares.toSorted((one, other) => one - other).map((share) => at + Math.floor(share * lastMs))
      const states = [at, ...between].map((instant) => (isOpen(hours, instant) ? 'open' : 'closed'))
      // Before the opening it may close, but not open again.
      expect(states.join(' ')).toMatch(/^(open ?)*(closed ?)*$/)
      const flips = opening === undefined || (!isOpen(hours, opening - 1) && isOpen(hours, opening))
      expect(flips).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('[WS8][WS9] where no time is shown twice it is open exactly while the clock on the wall is inside a period', () => {
  fc.assert(
    fc.property(hours, near(...forward), (hours, instant) => {
      expect(isOpen(hours, instant)).toBe(isOpenOnTheWall(hours, instant))
    }),
    { numRuns: 400 },
  )
})

/** Reads date and time off the wall instead of computing when periods begin and end. */
function isOpenOnTheWall(hours: Hours, instant: number): boolean {
  const [date = '', time = ''] = new Date(instant).toLocaleString('sv-SE', { timeZone: hours.zone }).split(' ')
  const yesterday = new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10)
  const holidayOn = (date: string) => hours.holidays.find((holiday) => holiday.date === date)
  const weekdayOf = (date: string) => WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7] ?? 'monday'
  const periodsOn = (date: string) => holidayOn(date)?.periods ?? hours.week[weekdayOf(date)]
  const sinceToday = periodsOn(date).some(({ from, to, ends }) => from <= time && (ends === 'next-day' || time < to))
  const sinceYesterday = periodsOn(yesterday).some(({ to, ends }) => ends === 'next-day' && time < to)
  return sinceToday || (sinceYesterday && !holidayOn(date))
}
