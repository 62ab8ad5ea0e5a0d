import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    thanks: { conversation_id: ConversationId; channel_id: ChannelId; at: number; counted_until: number | null }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-thanks',
    up: async (db) => {
      await db.schema
        .createTable('thanks')
        .addColumn('conversation_id', 'text', (c) => c.primaryKey().references('conversation.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('counted_until', 'bigint')
        .execute()
      await db.schema.createIndex('thanks_counted').on('thanks').columns(['channel_id', 'counted_until']).execute()
    },
  },
]
