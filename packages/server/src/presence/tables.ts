import { sql } from 'kysely'
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
  logged_in_until: number | null
  lowered_at: number | null
}

/** What is on says since when. */
type PresenceRuleRow = {
  id: 'site'
  lowers_since: number | null
  repeats_since: number | null
  operator_away_ms: number
  visitor_away_ms: number
}

declare module '../platform/db/database.ts' {
  interface Tables {
    operator_presence: PresenceRow
    presence_rule: PresenceRuleRow
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
  {
    name: '2026-11-26-logins',
    up: async (db) => {
      await db.schema.alterTable('operator_presence').addColumn('logged_in_until', 'bigint').execute()
      await db.schema.alterTable('operator_presence').addColumn('lowered_at', 'bigint').execute()
      await sql`update operator_presence set logged_in_until = (select max(expires_at) from operator_session
        where operator_session.operator_id = operator_presence.operator_id and ended_at is null)`.execute(db)
    },
  },
  {
    name: '2026-11-26-presence-rules',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('presence_rule')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('lowers_since', 'bigint')
        .addColumn('repeats_since', 'bigint')
        .addColumn('operator_away_ms', 'bigint', (c) => c.notNull())
        .addColumn('visitor_away_ms', 'bigint', (c) => c.notNull())
        .execute()
      await db
        .insertInto('presence_rule')
        .values({ id: 'site', lowers_since: null, repeats_since: null, ...AT_FIRST })
        .execute()
    },
  },
]

const AT_FIRST = { operator_away_ms: 300_000, visitor_away_ms: 300_000 }
