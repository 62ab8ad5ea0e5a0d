// When a channel is open. Hours have a name and may be those of several channels; a channel without any is always open. Whether it is
// open at the moment the server decides: its lobby says so, and says it anew when that changes. Holidays are written by hand, or come
// from calendars: a file, or an address that is read every day.
import { calendarId, channelId, hoursId, operatorId } from './ids.ts'
import { NAME_CODE_POINTS_MAX, URL_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

export const HOURS_MAX = 100
export const CALENDARS_MAX = 10
export const CLOSED_DAYS_MAX = 100
export const PERIODS_MAX = 10

const time = s.shaped(/^\d\d:\d\d$/, 5)
const date = s.shaped(/^\d{4}-\d\d-\d\d$/, 10)

/** From one time of day up to another, which may be 24:00. */
const period = s.object({ from: time, to: time, ends: s.literal(['same-day', 'next-day']) })
const periods = s.array(period).max(PERIODS_MAX)
const week = s.object({
  monday: periods,
  tuesday: periods,
  wednesday: periods,
  thursday: periods,
  friday: periods,
  saturday: periods,
  sunday: periods,
})

/** Days by hand, both included; its periods stand in place of the weekdays'. */
const closedDays = s.object({
  from: date,
  to: date,
  name: s.text(NAME_CODE_POINTS_MAX),
  repeats: s.literal(['once', 'yearly']),
  periods,
})

const opening = { zone: s.text(60), week, days: s.array(closedDays).max(CLOSED_DAYS_MAX) }
/** What is drafted of hours and published together. */
export const drafted = s.object({ name: s.said(NAME_CODE_POINTS_MAX), ...opening })

/** `opens`: the next time, as far as it is known; null where it never does within a year. */
export const standing = s.variant('state', [
  s.object({ state: s.literal('open') }),
  s.object({ state: s.literal('closed'), opens: s.nullable(s.instant()), zone: s.string() }),
])

const calendarFault = s.object({ place: s.string(), fault: s.string(), seen: s.string() })

export const hoursCommand = s.variant('type', [
  // `of`: the version it began from; 0 makes them.
  s.object({ type: s.literal('hours.save'), hours: hoursId, of: s.int().min(0), ...drafted.shape }),
  // Refused `exists` while a channel has them.
  s.object({ type: s.literal('hours.remove'), hours: hoursId }),
  s.object({
    type: s.literal('calendar.add'),
    hours: hoursId,
    calendar: calendarId,
    name: s.said(NAME_CODE_POINTS_MAX),
    url: s.text(URL_CODE_POINTS_MAX),
  }),
  s.object({ type: s.literal('calendar.read'), calendar: calendarId }),
  s.object({ type: s.literal('calendar.remove'), calendar: calendarId }),
])

const listed = s.object({ id: hoursId, name: s.string(), stamp: s.int().min(1) })

/** Read at an address, or once from a file; `days` of the former reading stay when one fails, and `fault` says how. */
const calendarView = s.object({
  id: calendarId,
  name: s.string(),
  url: s.nullable(s.string()),
  days: s.int().min(0),
  next: s.array(s.object({ date, name: s.string() })),
  leftOut: s.int().min(0),
  readAt: s.nullable(s.instant()),
  fault: s.nullable(calendarFault),
})
const hoursView = s.object({
  id: hoursId,
  name: s.string(),
  ...opening,
  version: s.int().min(1),
  at: s.instant(),
  by: s.nullable(s.object({ id: operatorId, name: s.string() })),
  standing,
  calendars: s.array(calendarView),
  /** Those that have them. */
  channels: s.array(s.object({ id: channelId, name: s.string() })),
})

/** GET /api/hours */
export const hoursAnswer = s.object({ hours: s.array(hoursView) })

/** POST /api/hours/at: how it would stand at an instant, with these hours and the calendars that they have already. */
export const hoursAtBody = s.object({ hours: s.nullable(hoursId), at: s.instant(), ...opening })
export const hoursAtAnswer = s.variant('state', [
  s.object({ state: s.literal('faulty'), faults: s.array(calendarFault) }),
  s.object({ state: s.literal('sound'), standing }),
])

/** POST /api/hours/:id/calendars?name=<name>: a file; what was read of it, or why it was not. */
export const calendarFileQuery = s.object({ name: s.said(NAME_CODE_POINTS_MAX) })
export const calendarFileAnswer = s.variant('state', [
  s.object({ state: s.literal('read'), days: s.int().min(0), leftOut: s.int().min(0) }),
  s.object({ state: s.literal('broken'), fault: calendarFault }),
])

/** GET /api/hours/:id/written: of each weekday, from Monday, and each of its hours how many conversations began, in those weeks. */
export const hoursWritten = s.object({
  weeks: s.int().min(0),
  counts: s.array(s.array(s.int().min(0))),
  whileClosed: s.int().min(0),
})

export const hours = {
  command: hoursCommand,
  channelPart: { schema: s.object({ hours: s.nullable(hoursId) }), defaults: { hours: null }, public: [] as const },
  parts: {
    /** Null where the channel has no hours: it is always open. */
    lobby: s.object({ hours: s.nullable(standing).default(null) }),
    /** Whoever shows them asks anew when the stamp of one is another. */
    settings: s.object({ hours: s.array(listed).default([]) }),
  },
}

export type HoursCommand = s.Infer<typeof hoursCommand>
export type Standing = s.Infer<typeof standing>
export type ClosedDays = s.Infer<typeof closedDays>
export type DraftedHours = s.Infer<typeof drafted>
export type ListedHours = s.Infer<typeof listed>
export type HoursView = s.Infer<typeof hoursView>
export type HoursAnswer = s.Infer<typeof hoursAnswer>
export type HoursAtAnswer = s.Infer<typeof hoursAtAnswer>
export type CalendarFileAnswer = s.Infer<typeof calendarFileAnswer>
export type HoursWritten = s.Infer<typeof hoursWritten>
