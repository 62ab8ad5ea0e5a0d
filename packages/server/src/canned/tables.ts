import type { CannedSharedWith } from '@portico/protocol/canned'
import type { CannedId, ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

export type CannedTable = {
  id: CannedId
  version: number
  shortcut: string
  /** JSON: a list of language and text. */
  texts: string
  shared_with: CannedSharedWith['kind']
  by: OperatorId
  changed_at: number
  /** When others were last told of it. */
  shown_at: number | null
  /** The id is taken for good. */
  removed_at: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    canned: CannedTable
    canned_channel: { canned_id: CannedId; channel_id: ChannelId }
    canned_use: { canned_id: CannedId; operator_id: OperatorId; uses: number; used_at: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-canned',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('canned')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('version', 'bigint', (c) => c.notNull())
        .addColumn('shortcut', 'text', (c) => c.notNull())
        .addColumn('texts', 'text', (c) => c.notNull())
        .addColumn('shared_with', 'text', (c) => c.notNull())
        .addColumn('by', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('changed_at', 'bigint', (c) => c.notNull())
        .addColumn('shown_at', 'bigint')
        .addColumn('removed_at', 'bigint')
        .execute()
      await db.schema.createIndex('canned_made').on('canned').columns(['by', 'changed_at']).execute()
      await db.schema.createIndex('canned_shown').on('canned').column('shown_at').execute()
      await db.schema
        .createTable('canned_channel')
        .addColumn('canned_id', 'text', (c) => c.notNull().references('canned.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addPrimaryKeyConstraint('canned_channel_pk', ['canned_id', 'channel_id'])
        .execute()
      await db.schema
        .createTable('canned_use')
        .addColumn('canned_id', 'text', (c) => c.notNull().references('canned.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('uses', 'bigint', (c) => c.notNull())
        .addColumn('used_at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('canned_use_pk', ['canned_id', 'operator_id'])
        .execute()
    },
  },
]
