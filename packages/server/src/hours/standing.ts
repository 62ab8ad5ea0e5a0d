import type { ClosedDays, Standing } from '@portico/protocol/hours'
import { Temporal } from 'temporal-polyfill'
import { checkHours, type HoursFault } from '../workspace/check-hours.ts'
import { type Holiday, type Hours, isOpen, nextClosing, nextOpening } from '../workspace/hours.ts'
import { checkClosedDays, closedDates } from './closed-days.ts'

const DAY_MS = 24 * 60 * 60_000
/** Beyond what the next opening looks at. */
const DAYS_AHEAD = 373
/** What begins before may reach over midnight, and zones differ by a day. */
const NIGHTS = { days: 3 }
/** Who never opens within a year is looked at again. */
const LOOK_AGAIN_MS = 300 * DAY_MS

/** As they are kept: `calendars` are the days of all their calendars. */
export type KeptHours = {
  zone: string
  week: Hours['week']
  days: readonly ClosedDays[]
  calendars: readonly { date: string; name: string }[]
}

/** Whether they are open at an instant, and when that may change. What is written by hand comes before what a calendar says. */
export function standingAt(kept: KeptHours, at: number): { standing: Standing; changesAt: number } {
  const hours = hoursAround(kept, at)
  const again = at + LOOK_AGAIN_MS
  if (isOpen(hours, at)) return { standing: { state: 'open' }, changesAt: Math.min(nextClosing(hours, at) ?? again, again) }
  const opens = nextOpening(hours, at) ?? null
  return { standing: { state: 'closed', opens, zone: kept.zone }, changesAt: Math.min(opens ?? again, again) }
}

/** Tells of instants between two whether they were open. */
export function openBetween(kept: KeptHours, { from, to }: { from: number; to: number }): (at: number) => boolean {
  const hours = hoursOn(kept, { from: dateIn(kept, from).subtract(NIGHTS), to: dateIn(kept, to).add(NIGHTS) })
  return (at) => isOpen(hours, at)
}

/** What keeps them from being saved. */
export function faultsOf({ zone, week, days }: Omit<KeptHours, 'calendars'>): readonly HoursFault[] {
  const ofDays = checkClosedDays(days)
  const holidays = days.map(({ from, name, periods }) => ({ date: from, name, periods }))
  const others = checkHours({ zone, week, holidays }).filter(({ place }) => !/^holidays\[\d+\]\.date$/.test(place))
  return [...others.map((fault) => ({ ...fault, place: fault.place.replace(/^holidays/, 'days') })), ...ofDays]
}

/** As they are around an instant, as far as the next opening is looked for. */
function hoursAround(kept: KeptHours, at: number): Hours {
  const today = dateIn(kept, at)
  return hoursOn(kept, { from: today.subtract(NIGHTS), to: today.add({ days: DAYS_AHEAD }) })
}

type Dates = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** What repeats is written out. */
function hoursOn({ zone, week, days, calendars }: KeptHours, dates: Dates): Hours {
  const [from, to] = [dates.from.toString(), dates.to.toString()]
  const read: readonly Holiday[] = calendars
    .filter(({ date }) => date >= from && date <= to)
    .map((day) => ({ ...day, periods: [] }))
  return { zone, week, holidays: [...closedDates(days, { from, to }), ...read] }
}

const dateIn = ({ zone }: KeptHours, at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
