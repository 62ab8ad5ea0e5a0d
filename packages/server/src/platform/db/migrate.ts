import { sql } from 'kysely'
import { CannotStart } from '../cannot-start.ts'
import type { Migration } from '../capability.ts'
import type { Db } from './database.ts'
import { alone } from './dialect.ts'

declare module './database.ts' {
  interface Tables {
    migration: { name: string; at: number }
  }
}

export class NewerSchema extends CannotStart {
  constructor(unknown: readonly string[]) {
    super(
      `the database was written by a newer version of Portico (it has ${unknown.join(', ')}); start that version, or restore a backup`,
    )
  }
}

/**
 * Forward only. Each migration is one transaction with its own entry, so being killed in between leaves none half done. Of nodes
 * that start together one migrates; the others wait, and find it done.
 */
export const migrate = (db: Db, migrations: readonly Migration[], at: number): Promise<void> =>
  alone(db, (own) => bringUp(own, migrations, at))

async function bringUp(db: Db, migrations: readonly Migration[], at: number): Promise<void> {
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  const done = new Set((await db.selectFrom('migration').select('name').execute()).map(({ name }) => name))
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...done].filter((name) => !known.has(name))
  if (unknown.length > 0) throw new NewerSchema(unknown)
  for (const { name, up } of migrations) {
    if (done.has(name)) continue
    await db.transaction().execute(async (tx) => {
      await up(tx)
      await sql`insert into migration (name, at) values (${name}, ${at})`.execute(tx)
    })
  }
}
