import { randomBytes } from 'node:crypto'
import type { Migration } from './capability.ts'
import type { Db } from './db/database.ts'

declare module './db/database.ts' {
  interface Tables {
    epoch: { name: string }
  }
}

/** Names this line of history. Cursors of another one mean nothing here: their holders start from snapshots. */
export async function readEpoch(db: Db): Promise<string> {
  const { name } = await db.selectFrom('epoch').select('name').executeTakeFirstOrThrow()
  return name
}

/** From here on history is another. */
export async function drawEpoch(db: Db): Promise<void> {
  await db.updateTable('epoch').set({ name: newEpoch() }).execute()
}

const newEpoch = () => randomBytes(12).toString('base64url')

export const epochMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-epoch',
    up: async (db) => {
      await db.schema
        .createTable('epoch')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .execute()
      await db.insertInto('epoch').values({ name: newEpoch() }).execute()
    },
  },
]
