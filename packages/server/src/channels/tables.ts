import type { ChannelId, OperatorId, TeamId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Holder } from '@portico/protocol/levels'
import { sql } from 'kysely'
import type { Migration } from '../platform/capability.ts'
import { DEFAULT_CHANNEL } from './channel.ts'

export type GrantRow = {
  channel_id: ChannelId
  holder_kind: Holder['kind']
  holder_id: string
  level: Level
  by: OperatorId | null
  at: number
}

declare module '../platform/db/database.ts' {
  interface Tables {
    /** `name` is the one among the options, for lists. */
    channel: { id: ChannelId; name: string; created_at: number; archived_at: number | null }
    /** The highest version is live. */
    channel_part: {
      channel_id: ChannelId
      part: string
      version: number
      body: string
      by: OperatorId | null
      at: number
    }
    /** Who has left, or was removed, and by whom: for as long as that can be undone it counts. */
    channel_leaving: { channel_id: ChannelId; operator_id: OperatorId; by: OperatorId | null; at: number }
    /** What is granted in a channel, to whom: of all that apply to somebody the highest counts. */
    channel_grant: GrantRow
    team: { id: TeamId; name: string; made_at: number }
    team_member: { team_id: TeamId; operator_id: OperatorId; at: number }
    /** Owners of the channel who want its requests. */
    channel_member: { channel_id: ChannelId; operator_id: OperatorId; joined_at: number }
  }
}

type Former = { id: ChannelId; name: string; options: string; created_at: number }
const PARTS_OF_FORMER = {
  channels: ['name', 'appearance', 'sites'],
  conversations: ['asks', 'previewsTyping', 'bearWithUsAfterMs', 'pageQuery', 'welcome'],
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-20-channels',
    up: async (db) => {
      await db.schema
        .createTable('channel')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('options', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('channel_member')
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('joined_at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('channel_member_pk', ['channel_id', 'operator_id'])
        .execute()
      await db.schema.createIndex('channel_member_of').on('channel_member').columns(['operator_id', 'channel_id']).execute()
      const name = 'Website'
      const row = { id: DEFAULT_CHANNEL, name, options: JSON.stringify({ name }), created_at: 0 }
      await sql`insert into channel (id, name, options, created_at)
        values (${row.id}, ${row.name}, ${row.options}, ${row.created_at})`.execute(db)
    },
  },
  {
    name: '2026-11-26-channel-parts',
    up: async (db) => {
      await db.schema
        .createTable('channel_part')
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('part', 'text', (c) => c.notNull())
        .addColumn('version', 'bigint', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('by', 'text')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('channel_part_pk', ['channel_id', 'part', 'version'])
        .execute()
      const { rows } = await sql<Former>`select id, name, options, created_at from channel order by id`.execute(db)
      for (const { id, name, options, created_at } of rows) {
        const all = { ...(JSON.parse(options) as Record<string, unknown>), name } // it was written as an object
        for (const [part, own] of Object.entries(PARTS_OF_FORMER)) {
          const body = JSON.stringify(Object.fromEntries(Object.entries(all).filter(([option]) => own.includes(option))))
          const row = { channel_id: id, part, version: 1, body, by: null, at: created_at }
          await db.insertInto('channel_part').values(row).execute()
        }
      }
      await db.schema.alterTable('channel').dropColumn('options').execute()
      // Its entries hold options as they were. Whoever is behind gets a snapshot.
      await db.deleteFrom('event_log').execute()
    },
  },
  {
    name: '2026-11-26-channel-leavings',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('channel_leaving')
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('by', 'text')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('channel_leaving_pk', ['channel_id', 'operator_id'])
        .execute()
    },
  },
  {
    name: '2026-11-26-channel-grants',
    up: async (db) => {
      await db.schema
        .createTable('team')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('made_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('team_member')
        .addColumn('team_id', 'text', (c) => c.notNull().references('team.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('team_member_pk', ['team_id', 'operator_id'])
        .execute()
      await db.schema.createIndex('team_member_of').on('team_member').columns(['operator_id', 'team_id']).execute()
      await db.schema
        .createTable('channel_grant')
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('holder_kind', 'text', (c) => c.notNull())
        .addColumn('holder_id', 'text', (c) => c.notNull())
        .addColumn('level', 'text', (c) => c.notNull())
        .addColumn('by', 'text')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('channel_grant_pk', ['channel_id', 'holder_kind', 'holder_id'])
        .execute()
      await db.schema
        .createIndex('channel_grant_to')
        .on('channel_grant')
        .columns(['holder_kind', 'holder_id', 'channel_id'])
        .execute()
      // Who could do everything as a member can do everything as an owner.
      await sql`insert into channel_grant (channel_id, holder_kind, holder_id, level, by, at)
        select channel_id, 'operator', operator_id, 'owner', null, joined_at from channel_member`.execute(db)
    },
  },
  {
    name: '2026-11-26-channel-archive',
    additive: true,
    up: async (db) => {
      await db.schema.alterTable('channel').addColumn('archived_at', 'bigint').execute()
    },
  },
]
