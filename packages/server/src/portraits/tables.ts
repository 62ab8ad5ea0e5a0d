import type { OperatorId, PortraitId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    /** One for each operator who has one. */
    portrait: { operator_id: OperatorId; id: PortraitId; picture: string; at: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-26-portraits',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('portrait')
        .addColumn('operator_id', 'text', (c) => c.primaryKey().references('operator.id'))
        .addColumn('id', 'text', (c) => c.notNull().unique())
        .addColumn('picture', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
]
