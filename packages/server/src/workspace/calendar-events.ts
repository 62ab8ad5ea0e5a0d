import type { Fault } from '@portico/protocol/faults'
import ICAL from 'ical.js'

const CALENDAR_LENGTH_MAX = 2_000_000
const EVENTS_MAX = 2_000
/** A rule that never comes true costs the library a tenth of a second. */
const REPEATING_MAX = 100

/** The place is a line of the file, or an event by its name. */
export type CalendarFault = Fault<
  | 'too-long'
  | 'not-one-calendar'
  | 'not-icalendar'
  | 'too-many-events'
  | 'too-many-repeating'
  | 'no-date'
  | 'not-a-date'
  | 'repetition-not-read'
  | 'too-many-days'
  | 'too-many-occurrences'
>

/** `rules` are those it repeats by, as they are written: the library mends some that are none. */
export type CalendarEvent = { component: ICAL.Component; rules: readonly string[] }

/** The events of an iCalendar file (RFC 5545). */
export function calendarEvents(file: string): readonly CalendarEvent[] | CalendarFault {
  const calendar = file.replace(/^\uFEFF/, '')
  if (calendar.length > CALENDAR_LENGTH_MAX) {
    return { place: 'calendar', fault: 'too-long', seen: `${calendar.length}`, expected: `${CALENDAR_LENGTH_MAX}` }
  }
  const calendars = calendar.match(/^BEGIN:VCALENDAR\s*$/gim)?.length ?? 0
  if (calendars !== 1) return { place: 'calendar', fault: 'not-one-calendar', seen: `${calendars}`, expected: '1' }
  try {
    const rules = rulesOf(calendar)
    const components = new ICAL.Component(ICAL.parse(calendar.trim())).getAllSubcomponents('vevent')
    const events = components.map((component, index) => ({ component, rules: rules[index] ?? [] }))
    return tooMany(events) ?? events
  } catch (error) {
    // The library throws plain errors at what it cannot read, without saying where it is.
    if (!(error instanceof Error)) throw error
    return { place: placeOfFault(calendar), fault: 'not-icalendar', seen: error.message }
  }
}

function tooMany(events: readonly CalendarEvent[]): CalendarFault | undefined {
  const repeating = events.filter(({ rules }) => rules.length > 0).length
  if (events.length > EVENTS_MAX) {
    return { place: 'calendar', fault: 'too-many-events', seen: `${events.length}`, expected: `${EVENTS_MAX}` }
  }
  if (repeating <= REPEATING_MAX) return undefined
  return { place: 'calendar', fault: 'too-many-repeating', seen: `${repeating}`, expected: `${REPEATING_MAX}` }
}

/** Of each event, in their order. */
function rulesOf(calendar: string): readonly (readonly string[])[] {
  const rules: string[][] = []
  for (const { text } of unfolded(calendar)) {
    if (/^BEGIN:VEVENT\s*$/i.test(text)) rules.push([])
    const [, rule] = /^RRULE(?:;[^:]*)?:(.*?)\s*$/i.exec(text) ?? []
    if (rule !== undefined) rules.at(-1)?.push(rule)
  }
  return rules
}

function placeOfFault(calendar: string): string {
  const faulty = unfolded(calendar).find(({ text }) => !/^(?:BEGIN:|END:|$)/i.test(text) && !isProperty(text))
  return faulty ? `line ${faulty.line}` : 'calendar'
}

/** A long line goes on in lines that begin with a blank. */
function unfolded(calendar: string): readonly { line: number; text: string }[] {
  const logical: { line: number; text: string }[] = []
  for (const [index, text] of calendar.split(/\r?\n/).entries()) {
    const last = logical.at(-1)
    if (last && /^[ \t]/.test(text)) last.text += text.slice(1)
    else logical.push({ line: index + 1, text })
  }
  return logical
}

function isProperty(line: string): boolean {
  try {
    ICAL.parse.property(line)
    return true
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return false
  }
}
