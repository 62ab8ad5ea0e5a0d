import { Temporal } from 'temporal-polyfill'

const NAMED = /^[A-Za-z]/

/** Whether it is a zone by its name, of which the clock changes are known: `+02:00` has none. */
export function isZone(zone: string): boolean {
  if (!NAMED.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
