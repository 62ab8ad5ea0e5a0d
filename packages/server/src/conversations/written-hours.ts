import type { HoursWritten } from '@portico/protocol/hours'
import type { ChannelId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type KeptHours, openBetween } from '../hours/standing.ts'
import type { Db } from '../platform/db/database.ts'

const WEEKS = 8
const HOUR_MS = 60 * 60 * 1000

/** In which hours of the week conversations began, as the clock of these hours shows it, and how many of them while it was closed. */
export async function readWrittenHours(
  db: Db,
  { channels, hours, at }: { channels: readonly ChannelId[]; hours: KeptHours; at: number },
): Promise<HoursWritten> {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  if (channels.length === 0) return { weeks: WEEKS, counts, whileClosed: 0 }
  const from = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(hours.zone)
    .subtract({ weeks: WEEKS })
    .startOfDay().epochMilliseconds
  const rows = await db
    .selectFrom('conversation')
    .select([
      sql<number | string>`(begun_at - ${from}) / ${sql.lit(HOUR_MS)}`.as('hour'),
      sql<number | string>`count(*)`.as('count'),
    ])
    .where('channel_id', 'in', channels)
    .where('begun_at', '>=', from)
    .where('begun_at', '<=', at)
    .groupBy('hour')
    .execute()
  const isOpen = openBetween(hours, { from, to: at })
  let whileClosed = 0
  for (const { hour, count } of rows) {
    const begun = from + Number(hour) * HOUR_MS
    const { dayOfWeek, hour: shown } = Temporal.Instant.fromEpochMilliseconds(begun).toZonedDateTimeISO(hours.zone)
    const day = counts[dayOfWeek - 1]
    if (day) day[shown] = (day[shown] ?? 0) + Number(count)
    // Of each hour its middle counts for all of it.
    if (!isOpen(begun + HOUR_MS / 2)) whileClosed += Number(count)
  }
  return { weeks: WEEKS, counts, whileClosed }
}
