import { Temporal } from 'temporal-polyfill'
import { type CalendarDay, calendarDay, occurrencesOf } from './calendar-day.ts'
import { calendarEvents, type CalendarFault } from './calendar-events.ts'
import type { Holiday } from './hours.ts'
import { isIsoDate } from './iso-date.ts'

/** As many as hours may have. */
const HOLIDAYS_MAX = 2_000

type ReadHolidays =
  | { state: 'read'; holidays: readonly Holiday[]; leftOut: readonly LeftOut[] }
  | { state: 'broken'; fault: CalendarFault }

/** An event that is no holiday. */
type LeftOut = { event: string; why: 'not-all-day' | 'cancelled' }

type Years = { from: string; to: string }

/** The all-day events of an iCalendar file, closed on each of their days from one date to another, both included. */
export function readHolidays(calendar: string, years: Years): ReadHolidays {
  const events = calendarEvents(calendar)
  if ('place' in events) return { state: 'broken', fault: events }
  const read = events.map((event, index) => reading(`event ${index + 1}`, () => calendarDay(event, index)))
  const faulty = read.find((each) => 'fault' in each)
  if (faulty) return { state: 'broken', fault: faulty }
  const known = read.filter((each) => 'state' in each)
  const days = known.filter((each) => each.state === 'day')
  const holidays: Holiday[] = []
  for (const day of days) {
    const dates = reading(day.place, () => closedBy(day, { replacing: known, last: years.to }))
    if ('place' in dates) return { state: 'broken', fault: dates }
    const within = dates.filter((date) => date >= years.from && date <= years.to)
    holidays.push(...within.map((date) => ({ date, name: day.name, periods: [] })))
    if (holidays.length > HOLIDAYS_MAX) {
      const expected = `${HOLIDAYS_MAX}`
      return { state: 'broken', fault: { place: day.place, fault: 'too-many-days', seen: `>${expected}`, expected } }
    }
  }
  const leftOut = known.flatMap((each) =>
    // A day of a series that is called off is no event of its own.
    each.state === 'day' || (each.insteadOf !== undefined && each.why === 'cancelled')
      ? []
      : [{ event: each.name, why: each.why }],
  )
  return { state: 'read', holidays: holidays.sort((one, other) => one.date.localeCompare(other.date)), leftOut }
}

/** The library throws plain errors at what it cannot read. */
function reading<T>(place: string, read: () => T): T | CalendarFault {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { place, fault: 'not-icalendar', seen: error.message }
  }
}

type Known = Pick<CalendarDay, 'uid' | 'insteadOf' | 'place'>

/** All of its days but those of its series that another event stands in place of. */
function closedBy(
  day: CalendarDay,
  { replacing, last }: { replacing: readonly Known[]; last: string },
): readonly string[] | CalendarFault {
  const dates = occurrencesOf(day, last)
  if ('place' in dates) return dates
  const others =
    day.insteadOf === undefined
      ? replacing.filter(({ uid, insteadOf }) => insteadOf !== undefined && uid !== undefined && uid === day.uid)
      : []
  const unfit = others.find(({ insteadOf = '' }) => !isIsoDate(insteadOf))
  if (unfit) return { place: `${unfit.place}, RECURRENCE-ID`, fault: 'not-a-date', seen: unfit.insteadOf ?? '' }
  const replaced = new Set(others.map(({ insteadOf }) => insteadOf))
  const own = dates.filter((date) => !replaced.has(date))
  return [...new Set(own.flatMap((date) => daysFrom(date, day.days)))]
}

function daysFrom(first: string, days: number): readonly string[] {
  const from = Temporal.PlainDate.from(first)
  return Array.from({ length: days }, (_, index) => from.add({ days: index }).toString())
}
