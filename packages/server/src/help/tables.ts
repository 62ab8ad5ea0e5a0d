import type { ConversationId, LabelId, OperatorId, VisitorId, ChannelId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

/** Of conversations that run. `answered`: somebody has come to help, and they go on. */
export type StatusTable = {
  conversation_id: ConversationId
  channel_id: ChannelId
  state: 'waiting' | 'help' | 'answered'
  at: number
  by_id: OperatorId
  by_name: string
  /** What had been said by then. */
  last_ordinal: number
  visitor_lines: number
  excerpt: string
  visitor_id: VisitorId
  visitor_name: string | null
  visitor_locale: string | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    conversation_status: StatusTable
    helper: { conversation_id: ConversationId; operator_id: OperatorId; at: number }
    conversation_label: { conversation_id: ConversationId; label_id: LabelId; at: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-26-help',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('conversation_status')
        .addColumn('conversation_id', 'text', (c) => c.primaryKey().references('conversation.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('by_id', 'text', (c) => c.notNull())
        .addColumn('by_name', 'text', (c) => c.notNull())
        .addColumn('last_ordinal', 'bigint', (c) => c.notNull())
        .addColumn('visitor_lines', 'bigint', (c) => c.notNull())
        .addColumn('excerpt', 'text', (c) => c.notNull())
        .addColumn('visitor_id', 'text', (c) => c.notNull())
        .addColumn('visitor_name', 'text')
        .addColumn('visitor_locale', 'text')
        .execute()
      await db.schema
        .createIndex('conversation_status_of')
        .on('conversation_status')
        .columns(['state', 'at', 'conversation_id'])
        .execute()
      await db.schema
        .createTable('helper')
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('helper_pk', ['conversation_id', 'operator_id'])
        .execute()
      await db.schema.createIndex('helper_of').on('helper').columns(['operator_id', 'conversation_id']).execute()
      await db.schema
        .createTable('conversation_label')
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('label_id', 'text', (c) => c.notNull().references('label.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('conversation_label_pk', ['conversation_id', 'label_id'])
        .execute()
      await db.schema.createIndex('conversation_label_by').on('conversation_label').columns(['label_id', 'at']).execute()
    },
  },
]
