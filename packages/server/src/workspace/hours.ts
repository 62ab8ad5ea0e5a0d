import { Temporal } from 'temporal-polyfill'

/** Business hours as the clock on the wall of their place shows them. */
export type Hours = {
  /** An IANA name such as Europe/Vienna. */
  zone: string
  week: Readonly<Record<Weekday, readonly Period[]>>
  /** Of several on one date the first counts. */
  holidays: readonly Holiday[]
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** From one time of day, such as 09:00, up to another; `to` may be 24:00. */
export type Period = { from: string; to: string; ends: 'same-day' | 'next-day' }

/** Its periods are in place of the weekday's; without any it is closed all day. */
export type Holiday = { date: string; name: string; periods: readonly Period[] }

const DAYS_AHEAD_MAX = 370

export function isOpen(hours: Hours, at: number): boolean {
  const today = dateAt(hours, at)
  // Yesterday's periods may reach over midnight; tomorrow's may have begun where the clock is put back over midnight.
  return [-1, 0, 1].some((days) => spansOn(hours, today.add({ days })).some(({ from, to }) => from <= at && at < to))
}

/** The first instant after this one at which it is open and was not just before. */
export function nextOpening(hours: Hours, at: number): number | undefined {
  const today = dateAt(hours, at)
  for (let days = 0; days <= DAYS_AHEAD_MAX; days++) {
    const openings = spansOn(hours, today.add({ days })).map(({ from }) => from)
    const next = openings.toSorted((one, other) => one - other).find((from) => from > at && !isOpen(hours, from - 1))
    if (next !== undefined) return next
  }
  return undefined
}

/** The first instant after this one, at which it is open, at which it is not any more. */
export function nextClosing(hours: Hours, at: number): number | undefined {
  const today = dateAt(hours, at)
  let until = at
  for (let days = -1; days <= DAYS_AHEAD_MAX; days++) {
    const spans = spansOn(hours, today.add({ days })).toSorted((one, other) => one.from - other.from)
    for (const { from, to } of spans) {
      if (from > until && until > at) return until
      until = Math.max(until, to)
    }
    // What begins on the next day may touch what ends on this one.
    if (until > at && until < startOf(today.add({ days: days + 1 }), hours.zone)) return until
  }
  return undefined
}

function dateAt({ zone }: Hours, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}

/** From this instant up to, but not including, the other. */
type Span = { from: number; to: number }

/** When the periods that begin on this date open and close. */
function spansOn(hours: Hours, date: Temporal.PlainDate): readonly Span[] {
  const endMax = holidayOn(hours, date.add({ days: 1 })) ? startOf(date.add({ days: 1 }), hours.zone) : Number.POSITIVE_INFINITY
  return periodsOn(hours, date)
    .map((period) => ({ from: opening(period, date, hours.zone), to: Math.min(closing(period, date, hours.zone), endMax) }))
    .filter(({ from, to }) => from < to)
}

function periodsOn(hours: Hours, date: Temporal.PlainDate): readonly Period[] {
  const weekday = WEEKDAYS[date.dayOfWeek - 1] ?? 'monday'
  return holidayOn(hours, date)?.periods ?? hours.week[weekday]
}

const holidayOn = ({ holidays }: Hours, date: Temporal.PlainDate): Holiday | undefined => byDate(holidays).get(date.toString())

/** Looked through once for all the days that are asked for. */
const knownByDate = new WeakMap<readonly Holiday[], ReadonlyMap<string, Holiday>>()

function byDate(holidays: readonly Holiday[]): ReadonlyMap<string, Holiday> {
  const known = knownByDate.get(holidays) ?? new Map(holidays.toReversed().map((holiday) => [holiday.date, holiday]))
  knownByDate.set(holidays, known)
  return known
}

function opening({ from }: Period, date: Temporal.PlainDate, zone: string): number {
  return instantOf(wallTime(date, from), zone, 'earlier')
}

function closing({ to, ends }: Period, date: Temporal.PlainDate, zone: string): number {
  return instantOf(wallTime(ends === 'next-day' ? date.add({ days: 1 }) : date, to), zone, 'later')
}

function wallTime(date: Temporal.PlainDate, time: string): Temporal.PlainDateTime {
  return time === '24:00' ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(time)
}

/** Of a time that is shown twice, the earlier or the later; of one that is left out, the instant the clock is put forward. */
function instantOf(wall: Temporal.PlainDateTime, zone: string, disambiguation: 'earlier' | 'later'): number {
  const shown = wall.toZonedDateTime(zone, { disambiguation })
  if (shown.toPlainDateTime().equals(wall)) return shown.epochMilliseconds
  const before = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return (before.getTimeZoneTransition('next') ?? before).epochMilliseconds
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds
}
