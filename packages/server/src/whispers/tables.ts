import type { ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

export type WhisperTable = {
  id: LineId
  conversation_id: ConversationId
  after_ordinal: number
  from_id: OperatorId
  from_name: string
  to_id: OperatorId
  to_name: string
  text: string
  at: number
}

declare module '../platform/db/database.ts' {
  interface Tables {
    whisper: WhisperTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-whispers',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('whisper')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('after_ordinal', 'bigint', (c) => c.notNull())
        .addColumn('from_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('from_name', 'text', (c) => c.notNull())
        .addColumn('to_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('to_name', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('whisper_in').on('whisper').columns(['conversation_id', 'after_ordinal', 'at', 'id']).execute()
    },
  },
]
