import type { ChannelId } from '@portico/protocol/ids'
import type { DayFigures, TodayAnswer } from '@portico/protocol/today'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Db } from '../platform/db/database.ts'

const WEEKS = 4
const HOUR_MS = 60 * 60 * 1000

type Asked = { channels: readonly ChannelId[]; zone: string; at: number }
type Span = { from: number; until: number }

/** What began today in these channels, and on the same weekday of the weeks before. */
export async function readToday(db: Db, { channels, zone, at }: Asked): Promise<TodayAnswer> {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const dayOf = (weeks: number) => now.startOfDay().subtract({ weeks }).startOfDay()
  const soFar = (weeks: number): Span => ({
    from: dayOf(weeks).epochMilliseconds,
    until: now.subtract({ weeks }).epochMilliseconds + 1,
  })
  const begun = await readBeginning(db, channels)
  const before = Array.from({ length: WEEKS }, (_, at) => dayOf(at + 1)).filter(
    (day) => begun !== null && day.add({ days: 1 }).epochMilliseconds > begun,
  )
  const [today, ...others] = await Promise.all([dayOf(0), ...before].map((day) => readHours(db, { channels, day })))
  return {
    zone,
    today: await readFigures(db, { channels, span: soFar(0) }),
    lastWeek: before.length === 0 ? null : await readFigures(db, { channels, span: soFar(1) }),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      today: today?.[hour] ?? 0,
      usual: others.length === 0 ? 0 : others.reduce((sum, day) => sum + (day[hour] ?? 0), 0) / others.length,
    })),
    weeks: before.length,
  }
}

/** How many began in each hour as the clock shows it: one that comes twice counts together, one that is left out has none. */
async function readHours(
  db: Db,
  { channels, day }: { channels: readonly ChannelId[]; day: Temporal.ZonedDateTime },
): Promise<number[]> {
  const counts = Array.from({ length: 24 }, () => 0)
  if (channels.length === 0) return counts
  const from = day.epochMilliseconds
  const rows = await db
    .selectFrom('conversation')
    .select([
      sql<number | string>`(begun_at - ${from}) / ${sql.lit(HOUR_MS)}`.as('hour'),
      sql<number | string>`count(*)`.as('count'),
    ])
    .where('channel_id', 'in', channels)
    .where('begun_at', '>=', from)
    .where('begun_at', '<', day.add({ days: 1 }).epochMilliseconds)
    .groupBy('hour')
    .execute()
  for (const { hour, count } of rows) {
    const shown = Temporal.Instant.fromEpochMilliseconds(from + Number(hour) * HOUR_MS).toZonedDateTimeISO(day.timeZoneId).hour
    counts[shown] = (counts[shown] ?? 0) + Number(count)
  }
  return counts
}

async function readFigures(db: Db, { channels, span }: { channels: readonly ChannelId[]; span: Span }): Promise<DayFigures> {
  if (channels.length === 0) return { conversations: 0, missed: 0, firstAnswerMs: null }
  const within = db
    .selectFrom('conversation')
    .where('channel_id', 'in', channels)
    .where('begun_at', '>=', span.from)
    .where('begun_at', '<', span.until)
  const { conversations, missed, answered } = await within
    .select([
      sql<number | string>`count(*)`.as('conversations'),
      sql<number | string>`count(case when accepted_at is null and closed_at is not null then 1 end)`.as('missed'),
      sql<number | string>`count(answered_at)`.as('answered'),
    ])
    .executeTakeFirstOrThrow()
  const middle = await within
    .select(sql<number | string>`answered_at - begun_at`.as('ms'))
    .where('answered_at', 'is not', null)
    .orderBy('ms')
    .limit(1)
    .offset(Math.max(0, Math.ceil(Number(answered) / 2) - 1))
    .executeTakeFirst()
  return {
    conversations: Number(conversations),
    missed: Number(missed),
    // Of one that was taken up again the answer may be older than its new beginning.
    firstAnswerMs: middle ? Math.max(0, Number(middle.ms)) : null,
  }
}

/** When the first of these channels' conversations began; null where there is none. */
async function readBeginning(db: Db, channels: readonly ChannelId[]): Promise<number | null> {
  const firsts = await Promise.all(
    channels.map((channel) =>
      db
        .selectFrom('conversation')
        .select('begun_at')
        .where('channel_id', '=', channel)
        .orderBy('begun_at')
        .limit(1)
        .executeTakeFirst(),
    ),
  )
  const known = firsts.flatMap((first) => first?.begun_at ?? [])
  return known.length === 0 ? null : Math.min(...known)
}
