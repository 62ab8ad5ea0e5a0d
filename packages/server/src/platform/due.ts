import { createHash } from 'node:crypto'
import type { CommandId } from '@portico/protocol/ids'
import type { AnyCommand, Migration } from './capability.ts'
import type { Db, Tx } from './db/database.ts'
import { prepared } from './db/prepared.ts'

const TAKEN_AT_ONCE = 100

declare module './db/database.ts' {
  interface Tables {
    due: { key: string; id: string; capability: string; at: number; command: string }
  }
}

/** A command to run later. `key` names the intention: scheduling it again moves it, and `cancel` takes it back. */
export type Due = { key: string; id: string; capability: string; at: number; command: AnyCommand }

export async function schedule(tx: Tx, { command, ...due }: Due): Promise<void> {
  const row = { ...due, command: JSON.stringify(command) }
  await tx
    .insertInto('due')
    .values(row)
    .onConflict((oc) => oc.column('key').doUpdateSet(row))
    .execute()
}

const deleteByKey = prepared((db, { key }: { key: string }) => db.deleteFrom('due').where('key', '=', key))

export async function cancel(tx: Tx, key: string): Promise<void> {
  await deleteByKey(tx, { key })
}

/** Those whose time has come, oldest first. */
export async function findDue(db: Db, at: number): Promise<Due[]> {
  const rows = await db
    .selectFrom('due')
    .selectAll()
    .where('at', '<=', at)
    .orderBy('at')
    .orderBy('key')
    .limit(TAKEN_AT_ONCE)
    .execute()
  return rows.map(({ command, ...due }) => ({ ...due, command: JSON.parse(command) as AnyCommand })) // schedule wrote it
}

/** Only if it has not been scheduled anew meanwhile. */
export async function dropDue(tx: Tx, { key, id }: Due): Promise<void> {
  await tx.deleteFrom('due').where('key', '=', key).where('id', '=', id).execute()
}

/** The same row gives the same command id, so running it twice has one effect. */
export const derivedId = (row: string): CommandId =>
  createHash('sha256').update(row).digest('base64url').slice(0, 32) as CommandId // base64url is within an id's alphabet

export const dueMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-due',
    up: async (db) => {
      await db.schema
        .createTable('due')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('capability', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('command', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('due_at').on('due').columns(['at', 'key']).execute()
    },
  },
]
