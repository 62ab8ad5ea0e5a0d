import type { CalendarId, ChannelId, HoursId, OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    /** `stamp` counts every change, also those of calendars. `standing` is how they stand until `changes_at`. */
    hours: {
      id: HoursId
      name: string
      zone: string
      week: string
      days: string
      version: number
      stamp: number
      by: OperatorId | null
      at: number
      standing: string
      changes_at: number
    }
    /** `days` are those of the last reading that went well. */
    hours_calendar: {
      id: CalendarId
      hours_id: HoursId
      name: string
      url: string | null
      days: string
      left_out: number
      read_at: number | null
      fault: string | null
      added_at: number
    }
    /** What a channel's lobby was told last; none where it was told that it is always open. */
    hours_told: { channel_id: ChannelId; standing: string }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-26-hours',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('hours')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('zone', 'text', (c) => c.notNull())
        .addColumn('week', 'text', (c) => c.notNull())
        .addColumn('days', 'text', (c) => c.notNull())
        .addColumn('version', 'bigint', (c) => c.notNull())
        .addColumn('stamp', 'bigint', (c) => c.notNull())
        .addColumn('by', 'text')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('standing', 'text', (c) => c.notNull())
        .addColumn('changes_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('hours_calendar')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('hours_id', 'text', (c) => c.notNull().references('hours.id'))
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('url', 'text')
        .addColumn('days', 'text', (c) => c.notNull())
        .addColumn('left_out', 'bigint', (c) => c.notNull())
        .addColumn('read_at', 'bigint')
        .addColumn('fault', 'text')
        .addColumn('added_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('hours_calendar_of').on('hours_calendar').columns(['hours_id', 'id']).execute()
    },
  },
  {
    name: '2026-11-26-hours-told',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('hours_told')
        .addColumn('channel_id', 'text', (c) => c.primaryKey().references('channel.id'))
        .addColumn('standing', 'text', (c) => c.notNull())
        .execute()
    },
  },
]
