import type { Migration } from './capability.ts'
import type { Db, Tx } from './db/database.ts'

declare module './db/database.ts' {
  interface Tables {
    node_lease: { node: string; beat: number }
  }
}

/** A beat that does not change says that its node is silent: no clock of one is compared with that of another. */
export async function renewLease(tx: Tx, node: string): Promise<void> {
  await tx
    .insertInto('node_lease')
    .values({ node, beat: 1 })
    .onConflict((oc) => oc.column('node').doUpdateSet((eb) => ({ beat: eb('node_lease.beat', '+', 1) })))
    .execute()
}

/** Of nodes that never renew theirs (a file belongs to one process) there is none. */
export async function readLeases(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('node_lease').select(['node', 'beat']).orderBy('node').execute()
  return new Map(rows.map(({ node, beat }) => [node, beat]))
}

export async function findLease(db: Db, node: string): Promise<number | null> {
  const lease = await db.selectFrom('node_lease').select('beat').where('node', '=', node).executeTakeFirst()
  return lease?.beat ?? null
}

export async function dropLease(tx: Tx, node: string): Promise<void> {
  await tx.deleteFrom('node_lease').where('node', '=', node).execute()
}

export const nodeLeaseMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-node-leases',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('node_lease')
        .addColumn('node', 'text', (c) => c.primaryKey())
        .addColumn('beat', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
]
