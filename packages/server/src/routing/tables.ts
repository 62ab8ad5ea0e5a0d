import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    /** Whose visitor left while he waited, last; and whether he came back. */
    queue_leaving: { conversation_id: ConversationId; left_at: number; returned_at: number | null }
    /** How many conversations could be held at once in a channel, from then on; null: any number. */
    queue_staffing: { channel_id: ChannelId; at: number; slots: number | null }
    /** Whose conversations have been given to others since he is gone. */
    given_up: { operator_id: OperatorId; at: number }
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
  {
    name: '2026-11-26-queue-staffings',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('queue_staffing')
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('slots', 'bigint')
        .addPrimaryKeyConstraint('queue_staffing_pk', ['channel_id', 'at'])
        .execute()
      await db.schema.createIndex('queue_leaving_at').on('queue_leaving').column('left_at').execute()
    },
  },
  {
    name: '2026-11-26-given-up-operators',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('given_up')
        .addColumn('operator_id', 'text', (c) => c.primaryKey().references('operator.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
]
