import type { ConversationId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    /** Whose visitor left while he waited, last; and whether he came back. */
    queue_leaving: { conversation_id: ConversationId; left_at: number; returned_at: number | null }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-26-queue-leavings',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('queue_leaving')
        .addColumn('conversation_id', 'text', (c) => c.primaryKey().references('conversation.id'))
        .addColumn('left_at', 'bigint', (c) => c.notNull())
        .addColumn('returned_at', 'bigint')
        .execute()
    },
  },
]
