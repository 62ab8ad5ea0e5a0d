import type { Standing } from '@portico/protocol/hours'
import type { CalendarId, ChannelId, HoursId } from '@portico/protocol/ids'
import type { Tx } from '../platform/db/database.ts'
import { deliver } from '../platform/deliveries.ts'
import { cancel, schedule } from '../platform/due.ts'
import { sql } from 'kysely'
import type { HoursCapability } from './index.ts'

const READ_AGAIN_MS = 24 * 60 * 60_000

export const writes: HoursCapability['writes'] = {
  'hours.saved': async (tx, { hours, version, draft: { name, zone, week, days }, by, at }) => {
    const saved = { name, zone, week: JSON.stringify(week), days: JSON.stringify(days), version, by, at }
    await tx
      .insertInto('hours')
      // How they stand is what follows.
      .values({ ...saved, id: hours, stamp: 1, standing: '{"state":"open"}', changes_at: at })
      .onConflict((oc) => oc.column('id').doUpdateSet({ ...saved, stamp: sql`hours.stamp + 1` }))
      .execute()
  },
  'hours.removed': async (tx, { hours }) => {
    const calendars = await tx.selectFrom('hours_calendar').select('id').where('hours_id', '=', hours).orderBy('id').execute()
    for (const { id } of calendars) await cancel(tx, keyOfCalendar(id))
    await cancel(tx, keyOfHours(hours))
    await tx.deleteFrom('hours_calendar').where('hours_id', '=', hours).execute()
    await tx.deleteFrom('hours').where('id', '=', hours).execute()
  },
  'calendar.added': async (tx, { hours, calendar, name, url, at }) => {
    await stamp(tx, hours)
    const row = { id: calendar, hours_id: hours, name, url, days: '[]', left_out: 0, read_at: null, fault: null, added_at: at }
    await tx.insertInto('hours_calendar').values(row).execute()
    await ask(tx, calendar, at)
  },
  'calendar.taken': async (tx, { hours, calendar, name, days, leftOut, at }) => {
    await stamp(tx, hours)
    const read = { days: JSON.stringify(days), left_out: leftOut, read_at: at, fault: null }
    await tx
      .insertInto('hours_calendar')
      .values({ id: calendar, hours_id: hours, name, url: null, added_at: at, ...read })
      .execute()
  },
  'calendar.learned': async (tx, { hours, calendar, reading, at }) => {
    await stamp(tx, hours)
    const read =
      reading.state === 'failed'
        ? { fault: JSON.stringify(reading.fault) }
        : { days: JSON.stringify(reading.days), left_out: reading.leftOut, read_at: at, fault: null }
    await tx.updateTable('hours_calendar').set(read).where('id', '=', calendar).execute()
  },
  'calendar.removed': async (tx, { hours, calendar }) => {
    await stamp(tx, hours)
    await cancel(tx, keyOfCalendar(calendar))
    await tx.deleteFrom('hours_calendar').where('id', '=', calendar).execute()
  },
  'calendar.asked': (tx, { calendar, at }) => ask(tx, calendar, at),
  'hours.turned': async (tx, { hours, standing, changesAt, channels }) => {
    for (const channel of channels) await tell(tx, channel, standing)
    await tx
      .updateTable('hours')
      .set({ standing: JSON.stringify(standing), changes_at: changesAt })
      .where('id', '=', hours)
      .execute()
    const command = { type: 'hours.turn', hours } as const
    await schedule(tx, { key: keyOfHours(hours), capability: 'hours', about: `hours:${hours}`, at: changesAt, command })
  },
  'hours.told': (tx, { channel, standing }) => tell(tx, channel, standing),
}

const stamp = (tx: Tx, hours: HoursId) =>
  tx
    .updateTable('hours')
    .set({ stamp: sql`stamp + 1` })
    .where('id', '=', hours)
    .execute()

async function tell(tx: Tx, channel: ChannelId, told: Standing | null): Promise<void> {
  if (told === null) {
    await tx.deleteFrom('hours_told').where('channel_id', '=', channel).execute()
    return
  }
  const standing = JSON.stringify(told)
  await tx
    .insertInto('hours_told')
    .values({ channel_id: channel, standing })
    .onConflict((oc) => oc.column('channel_id').doUpdateSet({ standing }))
    .execute()
}

/** Now, and again in a day. */
async function ask(tx: Tx, calendar: CalendarId, at: number): Promise<void> {
  await deliver(tx, { kind: 'calendar.read', capability: 'hours', to: calendar, ids: { calendar }, at })
  const command = { type: 'calendar.due', calendar } as const
  const about = `calendar:${calendar}` as const
  await schedule(tx, { key: keyOfCalendar(calendar), capability: 'hours', about, at: at + READ_AGAIN_MS, command })
}

const keyOfHours = (hours: HoursId) => `hours:${hours}`
const keyOfCalendar = (calendar: CalendarId) => `calendar:${calendar}`
