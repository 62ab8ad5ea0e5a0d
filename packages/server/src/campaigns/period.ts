import { Temporal } from 'temporal-polyfill'

/** A time on the calendar: a month is a month, whatever its length. */
export type Period = { count: number; unit: 'day' | 'week' | 'month' }

export const PERIOD_COUNT_MAX = 365

/** The same time of day on the site, so much later. A day that the month lacks is its last: 31 January and a month is 28 February. */
export function addPeriod(at: number, period: Period, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add(durationOf(period)).epochMilliseconds
}

function durationOf({ count, unit }: Period): Temporal.DurationLike {
  switch (unit) {
    case 'day':
      return { days: count }
    case 'week':
      return { weeks: count }
    case 'month':
      return { months: count }
  }
}
