import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'
import { DEFAULT_CHANNEL, newOptions } from './channel.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    channel: { id: ChannelId; name: string; options: string; created_at: number }
    channel_member: { channel_id: ChannelId; operator_id: OperatorId; joined_at: number }
  }
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
      await db
        .insertInto('channel')
        .values({ id: DEFAULT_CHANNEL, name, options: JSON.stringify(newOptions(name)), created_at: 0 })
        .execute()
    },
  },
]
