import { CALENDARS_MAX, HOURS_MAX, type HoursView, type ListedHours, type Standing } from '@portico/protocol/hours'
import type { CalendarId, ChannelId, HoursId } from '@portico/protocol/ids'
import { findChannel } from '../channels/reads.ts'
import type { Db } from '../platform/db/database.ts'
import type { CalendarDate } from './events.ts'
import type { KeptHours } from './standing.ts'

const NEXT_DAYS = 5
const CHANNELS_MAX = 500

type Found = Pick<HoursView, 'id' | 'name' | 'version' | 'standing'> & KeptHours & { stamp: number; changesAt: number }

export async function findHours(db: Db, id: HoursId): Promise<Found | undefined> {
  const row = await db.selectFrom('hours').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { week, days, standing, changes_at, ...rest } = row
  const calendars = (await calendarRows(db, id)).flatMap((each) => parsed<CalendarDate[]>(each.days))
  return { ...rest, week: parsed(week), days: parsed(days), standing: parsed(standing), changesAt: changes_at, calendars }
}

/** How a channel stands, as its lobby was told; null where it has no hours and is always open. */
export async function readStanding(db: Db, channel: ChannelId): Promise<Standing | null> {
  const row = await db.selectFrom('hours_told').select('standing').where('channel_id', '=', channel).executeTakeFirst()
  return row ? parsed<Standing>(row.standing) : null
}

/** How it stands by the hours that it has. */
export async function standingOf(db: Db, channel: ChannelId): Promise<Standing | null> {
  const id = (await findChannel(db, channel))?.options.hours
  return (id && (await findHours(db, id))?.standing) || null
}

export const isClosed = async (db: Db, channel: ChannelId): Promise<boolean> =>
  (await readStanding(db, channel))?.state === 'closed'

/** The channels that have these hours. */
export const channelsOf = async (db: Db, hours: HoursId): Promise<ChannelId[]> =>
  (await readChannelsWithHours(db)).flatMap((channel) => (channel.hours === hours ? [channel.id] : []))

/** Of each channel the live options; all in one query, since it is asked under the lock of all hours. */
async function readChannelsWithHours(db: Db): Promise<{ id: ChannelId; name: string; hours: HoursId }[]> {
  const rows = await db
    .selectFrom('channel_part as live')
    .innerJoin('channel', 'channel.id', 'live.channel_id')
    .select(['channel.id', 'channel.name', 'live.body'])
    .where('live.part', '=', 'hours')
    .where('live.version', '=', (eb) =>
      eb
        .selectFrom('channel_part as each')
        .select((each) => each.fn.max('each.version').as('newest'))
        .whereRef('each.channel_id', '=', 'live.channel_id')
        .whereRef('each.part', '=', 'live.part'),
    )
    .orderBy('channel.id')
    .limit(CHANNELS_MAX)
    .execute()
  return rows.flatMap(({ body, ...channel }) => {
    const { hours } = parsed<{ hours?: HoursId | null }>(body)
    return hours ? [{ ...channel, hours }] : []
  })
}

export const readListed = (db: Db): Promise<ListedHours[]> =>
  db.selectFrom('hours').select(['id', 'name', 'stamp']).orderBy('id').limit(HOURS_MAX).execute()

export async function findCalendar(db: Db, id: CalendarId): Promise<{ hours: HoursId; url: string | null } | undefined> {
  return db.selectFrom('hours_calendar').select(['hours_id as hours', 'url']).where('id', '=', id).executeTakeFirst()
}

export async function countCalendars(db: Db, hours: HoursId): Promise<number> {
  return (await calendarRows(db, hours)).length
}

/** All of them as those see them who set them; `today` tells which of their days are to come. */
export async function readAllHours(db: Db, today: string): Promise<HoursView[]> {
  const rows = await db
    .selectFrom('hours')
    .leftJoin('operator', 'operator.id', 'hours.by')
    .selectAll('hours')
    .select('operator.name as by_name')
    .orderBy('hours.name')
    .orderBy('hours.id')
    .limit(HOURS_MAX)
    .execute()
  const having = await readChannelsWithHours(db)
  return Promise.all(
    rows.map(async ({ id, name, zone, week, days, version, at, by, by_name, standing }) => ({
      id,
      name,
      zone,
      week: parsed<HoursView['week']>(week),
      days: parsed<HoursView['days']>(days),
      version,
      at,
      by: by && { id: by, name: by_name ?? by },
      standing: parsed<Standing>(standing),
      channels: having.filter(({ hours }) => hours === id).map(({ hours: _, ...channel }) => channel),
      calendars: (await calendarRows(db, id)).map((row) => {
        const all = parsed<CalendarDate[]>(row.days)
        return {
          id: row.id,
          name: row.name,
          url: row.url,
          days: all.length,
          next: all.filter(({ date }) => date >= today).slice(0, NEXT_DAYS),
          leftOut: row.left_out,
          readAt: row.read_at,
          fault: row.fault === null ? null : parsed<{ place: string; fault: string; seen: string }>(row.fault),
        }
      }),
    })),
  )
}

const calendarRows = (db: Db, hours: HoursId) =>
  db.selectFrom('hours_calendar').selectAll().where('hours_id', '=', hours).orderBy('id').limit(CALENDARS_MAX).execute()

const parsed = <T>(stored: string): T => JSON.parse(stored) as T // as writes.ts has written it
