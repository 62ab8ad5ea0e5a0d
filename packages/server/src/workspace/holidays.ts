import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { calendarEvents, type CalendarFault } from './calendar-events.ts'
import type { Holiday } from './hours.ts'
import { isIsoDate } from './iso-date.ts'

const OCCURRENCES_MAX = 3_000
const DAYS_MAX = 366

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
  const holidays: Holiday[] = []
  const leftOut: LeftOut[] = []
  for (const [index, component] of events.entries()) {
    if (component.hasProperty('recurrence-id')) continue
    const name = nameOf(component)
    const why = whyLeftOut(component)
    if (why) {
      leftOut.push({ event: name, why })
      continue
    }
    const place = `event ${index + 1}, ${name}`
    const dates = reading(place, () => faultOf(component, place) ?? datesOf(component, { events, years, place }))
    if ('place' in dates) return { state: 'broken', fault: dates }
    holidays.push(...dates.map((date) => ({ date, name, periods: [] })))
  }
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

function nameOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue('summary') ?? component.getFirstPropertyValue('uid') ?? 'without a name')
}

function whyLeftOut(component: ICAL.Component): LeftOut['why'] | undefined {
  if (component.getFirstPropertyValue('status') === 'CANCELLED') return 'cancelled'
  const start = component.getFirstProperty('dtstart')
  return /T\d\d:\d\d/.test(String(start?.jCal[3])) ? 'not-all-day' : undefined
}

/** What the library would read without complaint, or never end reading. */
function faultOf(component: ICAL.Component, place: string): CalendarFault | undefined {
  if (!component.hasProperty('dtstart')) return { place, fault: 'no-date', seen: '', expected: 'DTSTART' }
  for (const property of [...component.getAllProperties('dtstart'), ...component.getAllProperties('dtend')]) {
    const written = String(property.jCal[3])
    if (!isIsoDate(written)) {
      return { place: `${place}, ${property.name.toUpperCase()}`, fault: 'not-a-date', seen: written }
    }
  }
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue()
    if (rule instanceof ICAL.Recur && repeatsByDate(rule)) continue
    return { place: `${place}, RRULE`, fault: 'repetition-not-read', seen: String(rule) }
  }
  return undefined
}

function repeatsByDate({ freq, parts }: ICAL.Recur): boolean {
  return ['YEARLY', 'MONTHLY', 'WEEKLY'].includes(freq) || (freq === 'DAILY' && Object.keys(parts).length === 0)
}

type Surroundings = { events: readonly ICAL.Component[]; years: Years; place: string }

function datesOf(component: ICAL.Component, { events, years, place }: Surroundings): readonly string[] | CalendarFault {
  const uid = component.getFirstPropertyValue('uid')
  const moved = events.filter((other) => other.hasProperty('recurrence-id') && other.getFirstPropertyValue('uid') === uid)
  const event = new ICAL.Event(component, { exceptions: moved })
  const dates: string[] = []
  const occurrences = event.iterator()
  for (let count = 1; ; count++) {
    const next: ICAL.Time | undefined = occurrences.next()
    if (!next || dateOf(next).toString() > years.to) return dates
    if (count > OCCURRENCES_MAX) {
      return { place, fault: 'too-many-occurrences', seen: `>${OCCURRENCES_MAX}`, expected: `${OCCURRENCES_MAX}` }
    }
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    if (whyLeftOut(item.component)) continue
    const days = Math.max(1, dateOf(startDate).until(dateOf(endDate)).days)
    if (days > DAYS_MAX) return { place, fault: 'too-many-days', seen: `${days}`, expected: `${DAYS_MAX}` }
    dates.push(...daysFrom(dateOf(startDate), days).filter((date) => date >= years.from && date <= years.to))
  }
}

function daysFrom(first: Temporal.PlainDate, days: number): readonly string[] {
  return Array.from({ length: days }, (_, index) => first.add({ days: index }).toString())
}

function dateOf({ year, month, day }: ICAL.Time): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day })
}
