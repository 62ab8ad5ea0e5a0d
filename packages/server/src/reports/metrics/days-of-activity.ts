import { Temporal } from 'temporal-polyfill'
import type { Metric } from './metric.ts'

/** Calendar days of the zone from the day of creation to today, both counted: 1 on the first day. The most of a group is its age. */
export const daysOfActivity: Metric = {
  unit: 'days',
  aggregate: 'maximum',
  nullWhen: 'never',
  of: ({ createdAt }, { at, zone }) =>
    Math.max(1, dayOf(createdAt, zone).until(dayOf(at, zone), { largestUnit: 'days' }).days + 1),
}

function dayOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}
