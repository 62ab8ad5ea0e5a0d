import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import type { CalendarEvent, CalendarFault } from './calendar-events.ts'
import { isIsoDate } from './iso-date.ts'
import { daysOf, readRepetition, type Repetition } from './repetition.ts'

const OCCURRENCES_MAX = 3_000
const DAYS_MAX = 366
const DAY_S = 24 * 60 * 60

/** What a day of an event is in place of: that of its series which its RECURRENCE-ID names. */
type Own = { place: string; name: string; uid: string | undefined; insteadOf: string | undefined }
export type CalendarDay = Own & {
  state: 'day'
  first: string
  days: number
  repetition: Repetition | undefined
  added: readonly string[]
  without: readonly string[]
}
type NoDay = Own & { state: 'left-out'; why: 'not-all-day' | 'cancelled' }

/** An event as far as it closes days. */
export function calendarDay({ component, rules }: CalendarEvent, index: number): CalendarDay | NoDay | CalendarFault {
  const name = nameOf(component)
  const place = `event ${index + 1}, ${name}`
  const uid = component.getFirstPropertyValue('uid')
  const series = component.getFirstProperty('recurrence-id')
  const insteadOf = series ? valuesOf(series).join() : undefined
  const own = { place, name, uid: uid === null ? undefined : String(uid), insteadOf }
  const why = whyLeftOut(component)
  if (why) return { state: 'left-out', ...own, why }
  const fault = faultOf(component, place)
  if (fault) return fault
  const repetition = rules.length === 1 ? readRepetition(rules[0] ?? '') : undefined
  if (rules.length > 0 && (!repetition || series)) return notRead(place, 'RRULE', rules.join(' '))
  const first = datesOf(component, 'dtstart')[0] ?? ''
  const days = lengthOf(component, first)
  if (days > DAYS_MAX) return { place, fault: 'too-many-days', seen: `${days}`, expected: `${DAYS_MAX}` }
  return {
    state: 'day',
    ...own,
    first,
    days,
    repetition,
    added: datesOf(component, 'rdate'),
    without: datesOf(component, 'exdate'),
  }
}

/** Where it occurs, up to the last day: the first date of each time. */
export function occurrencesOf(day: CalendarDay, last: string): readonly string[] | CalendarFault {
  const { place, first, repetition, added, without } = day
  const repeated = repetition ? daysOf(repetition, { first, last, max: OCCURRENCES_MAX }) : [first]
  const all = typeof repeated === 'string' ? [] : [...new Set([...repeated, ...added])].filter((date) => date <= last)
  if (repeated === 'too-many' || all.length > OCCURRENCES_MAX) {
    return { place, fault: 'too-many-occurrences', seen: `>${OCCURRENCES_MAX}`, expected: `${OCCURRENCES_MAX}` }
  }
  if (repeated === 'unclear') return notRead(place, 'RRULE', written(repetition))
  return all.filter((date) => !without.includes(date))
}

const written = (repetition: Repetition | undefined): string =>
  [...(repetition?.parts ?? [])].map(([part, values]) => `${part}=${values.join()}`).join(';')

const notRead = (place: string, property: string, seen: string): CalendarFault => ({
  place: `${place}, ${property}`,
  fault: 'repetition-not-read',
  seen,
})

function nameOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue('summary') ?? component.getFirstPropertyValue('uid') ?? 'without a name')
}

function whyLeftOut(component: ICAL.Component): NoDay['why'] | undefined {
  if (String(component.getFirstPropertyValue('status')).trim().toUpperCase() === 'CANCELLED') return 'cancelled'
  const start = component.getFirstProperty('dtstart')
  return /T\d\d:\d\d/.test(String(start?.jCal[3])) ? 'not-all-day' : undefined
}

/** What the library would read without complaint. */
function faultOf(component: ICAL.Component, place: string): CalendarFault | undefined {
  if (!component.hasProperty('dtstart')) return { place, fault: 'no-date', seen: '', expected: 'DTSTART' }
  for (const name of ['dtstart', 'dtend', 'rdate', 'exdate']) {
    const seen = datesOf(component, name).find((date) => !isIsoDate(date))
    if (seen !== undefined) return { place: `${place}, ${name.toUpperCase()}`, fault: 'not-a-date', seen }
  }
  const duration = component.getFirstProperty('duration')
  if (duration && secondsOf(component) % DAY_S !== 0) {
    return { place: `${place}, DURATION`, fault: 'not-a-date', seen: valuesOf(duration).join() }
  }
  // Rules that leave days out, of an older standard.
  const exrule = component.getFirstProperty('exrule')
  if (exrule) return notRead(place, 'EXRULE', String(exrule.getFirstValue()))
  const series = component.getFirstProperty('recurrence-id')
  // All days from there on, which are moved with it.
  if (series?.getParameter('range') !== undefined) return notRead(place, 'RECURRENCE-ID', String(series?.getParameter('range')))
  return undefined
}

const valuesOf = (property: ICAL.Property): readonly string[] => property.jCal.slice(3).map(String)

const datesOf = (component: ICAL.Component, name: string): readonly string[] =>
  component.getAllProperties(name).flatMap((property) => valuesOf(property))

function lengthOf(component: ICAL.Component, first: string): number {
  const [end] = datesOf(component, 'dtend')
  const days = end === undefined ? secondsOf(component) / DAY_S : Temporal.PlainDate.from(first).until(end).days
  return Math.max(1, days)
}

function secondsOf(component: ICAL.Component): number {
  const duration = component.getFirstPropertyValue('duration')
  return duration instanceof ICAL.Duration ? duration.toSeconds() : 0
}
