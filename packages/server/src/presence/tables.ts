import type { OperatorId } from '@portico/protocol/ids'
import type { Availability } from '@portico/protocol/availabilities'
import type { Migration } from '../platform/capability.ts'

export type PresenceRow = {
  operator_id: OperatorId
  availability: Availability
  /** Null where it was switched off before that was kept. */
  availability_at: number | null
  connected_at: number | null
  idle_since: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    operator_presence: PresenceRow
    /** Which nodes hold connections of whom. */
    operator_connection: { operator_id: OperatorId; node: string; idle_since: number | null }
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
  {
    name: '2026-11-26-operator-connections',
    up: async (db) => {
      await db.schema
        .createTable('operator_connection')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('node', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('operator_connection_pk', ['operator_id', 'node'])
        .execute()
      await db.schema.createIndex('operator_connection_node').on('operator_connection').column('node').execute()
      await db.schema.alterTable('operator_presence').dropColumn('lease_until').execute()
      // Whoever is connected to a server of before comes again to this one.
      await db.updateTable('operator_presence').set({ connected_at: null }).execute()
      await db.deleteFrom('due').where('key', 'like', 'lease:%').execute()
    },
  },
  {
    name: '2026-11-26-availability',
    up: async (db) => {
      await db.schema
        .alterTable('operator_presence')
        .addColumn('availability', 'text', (c) => c.notNull().defaultTo('unavailable'))
        .execute()
      await db.schema.alterTable('operator_presence').renameColumn('available_at', 'availability_at').execute()
      await db
        .updateTable('operator_presence')
        .set({ availability: 'everybody' })
        .where('availability_at', 'is not', null)
        .execute()
    },
  },
  {
    name: '2026-11-26-idle-operators',
    up: async (db) => {
      await db.schema.alterTable('operator_presence').addColumn('idle_since', 'bigint').execute()
      await db.schema.alterTable('operator_connection').addColumn('idle_since', 'bigint').execute()
    },
  },
]
