import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Migration } from '../platform/capability.ts'

/** One that nobody has answered yet; what is answered is gone from here. */
export type InvitedTable = {
  conversation_id: ConversationId
  operator_id: OperatorId
  operator_name: string
  channel_id: ChannelId
  by_id: OperatorId
  by_name: string
  level: Level
  /** Null: the standard words, in the language of whoever reads them. */
  text: string | null
  visitor_id: VisitorId
  visitor_name: string | null
  at: number
}

declare module '../platform/db/database.ts' {
  interface Tables {
    invited_colleague: InvitedTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-invited-colleagues',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('invited_colleague')
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('operator_name', 'text', (c) => c.notNull())
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('by_id', 'text', (c) => c.notNull())
        .addColumn('by_name', 'text', (c) => c.notNull())
        .addColumn('level', 'text', (c) => c.notNull())
        .addColumn('text', 'text')
        .addColumn('visitor_id', 'text', (c) => c.notNull())
        .addColumn('visitor_name', 'text')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('invited_colleague_pk', ['conversation_id', 'operator_id'])
        .execute()
      await db.schema
        .createIndex('invited_colleague_of')
        .on('invited_colleague')
        .columns(['operator_id', 'at', 'conversation_id'])
        .execute()
    },
  },
]
