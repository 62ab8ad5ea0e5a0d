import { randomBytes } from 'node:crypto'
import type { Migration } from './capability.ts'
import type { Db } from './db/database.ts'

declare module './db/database.ts' {
  interface Tables {
    secret: { name: string; value: string }
  }
}

/** What all nodes sign with: what one of them has set, each may take. */
export async function readSecret(db: Db, name: 'challenges'): Promise<Buffer> {
  const { value } = await db.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirstOrThrow()
  return Buffer.from(value, 'base64url')
}

export const secretMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-secrets',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('secret')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute()
      await db
        .insertInto('secret')
        .values({ name: 'challenges', value: randomBytes(32).toString('base64url') })
        .execute()
    },
  },
]
