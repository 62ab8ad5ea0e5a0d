import type { OperatorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    operator_presence: {
      operator_id: OperatorId
      available_at: number | null
      connected_at: number | null
      /** The node that holds his connections says so again and again; past this instant it is gone, and he with it. */
      lease_until: number
    }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-20-presence',
    up: async (db) => {
      await db.schema
        .createTable('operator_presence')
        .addColumn('operator_id', 'text', (c) => c.primaryKey().references('operator.id'))
        .addColumn('available_at', 'bigint')
        .addColumn('connected_at', 'bigint')
        .addColumn('lease_until', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
]
