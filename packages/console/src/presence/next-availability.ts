import { AVAILABILITIES, type Availability } from '@portico/protocol/availabilities'

/** From the keys the switch goes on, from its last stop to the first. */
export function nextAvailability(availability: Availability): Availability {
  return AVAILABILITIES[(AVAILABILITIES.indexOf(availability) + 1) % AVAILABILITIES.length] ?? 'unavailable'
}
