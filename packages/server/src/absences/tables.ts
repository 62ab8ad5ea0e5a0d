import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    /** Who wishes for no mails. */
    absence_mail_off: { operator_id: OperatorId }
    absence_mail: { conversation_id: ConversationId; operator_id: OperatorId; sent_at: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-absences',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('absence_mail_off')
        .addColumn('operator_id', 'text', (c) => c.primaryKey().references('operator.id'))
        .execute()
      await db.schema
        .createTable('absence_mail')
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('sent_at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('absence_mail_pk', ['conversation_id', 'operator_id'])
        .execute()
      await db.schema.createIndex('absence_mail_sent').on('absence_mail').columns(['operator_id', 'sent_at']).execute()
    },
  },
]
