import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Monitored } from '@portico/protocol/monitoring'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    monitor: { operator_id: OperatorId; conversation_id: ConversationId; monitored: Monitored; set_at: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-monitoring',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('monitor')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('monitored', 'text', (c) => c.notNull())
        .addColumn('set_at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('monitor_pk', ['operator_id', 'conversation_id'])
        .execute()
    },
  },
]
