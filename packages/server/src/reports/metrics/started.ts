import { Temporal } from 'temporal-polyfill'
import type { ConversationFacts } from '../conversation-facts.ts'

/** `weekday` 0 is Sunday, 6 Saturday; `hour` '00' to '23'; `dateHour` the instant at which that hour began. All by the zone's clock. */
type Started = { date: string; dateHour: number; hour: string; weekday: number }

/** When the conversation was created, as reports group by it. */
export function started({ createdAt }: ConversationFacts, zone: string): Started {
  const local = Temporal.Instant.fromEpochMilliseconds(createdAt).toZonedDateTimeISO(zone)
  return {
    date: local.toPlainDate().toString(),
    dateHour: local.round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds,
    hour: String(local.hour).padStart(2, '0'),
    weekday: local.dayOfWeek % 7,
  }
}

/** The seven weekdays in the order a locale reads them, from its first (0 Sunday). */
export function weekdaysFrom(first: number): readonly number[] {
  return Array.from({ length: 7 }, (_, index) => (first + index) % 7)
}
