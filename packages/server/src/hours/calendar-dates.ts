import { readHolidays } from '../workspace/holidays.ts'
import type { CalendarReading } from './events.ts'

const YEARS_AHEAD = 5
const DAY_MS = 24 * 60 * 60_000
/** Of what a file says of its names and faults. */
const TEXT_MAX = 200

/** The days that a calendar closes, from the day before yesterday on and for some years. */
export function datesOfCalendar(text: string, at: number): CalendarReading {
  const from = new Date(at - 2 * DAY_MS).toISOString().slice(0, 10)
  const read = readHolidays(text, { from, to: `${Number(from.slice(0, 4)) + YEARS_AHEAD}-12-31` })
  if (read.state === 'broken') {
    const { place, fault, seen } = read.fault
    return { state: 'failed', fault: { place: short(place), fault, seen: short(seen) } }
  }
  const days = read.holidays.map(({ date, name }) => ({ date, name: short(name) }))
  return { state: 'read', days, leftOut: read.leftOut.length }
}

// What a stranger's file says is kept as text: without what no database takes.
const short = (text: string) => text.replaceAll('\0', '').toWellFormed().slice(0, TEXT_MAX).toWellFormed()
