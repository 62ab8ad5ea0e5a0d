import { sql } from 'kysely'
import { CannotStart } from '../cannot-start.ts'
import type { Migration } from '../capability.ts'
import type { Db } from './database.ts'
import { alone } from './dialect.ts'

declare module './database.ts' {
  interface Tables {
    migration: { name: string; at: number }
    /** Those of them after which nodes that do not know them yet may still run. */
    additive_migration: { name: string }
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
 * that start together one migrates; the others wait, and find it done. What a newer node has added may stand there while nodes
 * are renewed one after the other.
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
  await db.schema
    .createTable('additive_migration')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .execute()
  const done = new Set((await db.selectFrom('migration').select('name').execute()).map(({ name }) => name))
  const known = new Set(migrations.map(({ name }) => name))
  const additive = new Set((await db.selectFrom('additive_migration').select('name').execute()).map(({ name }) => name))
  const unknown = [...done].filter((name) => !known.has(name) && !additive.has(name))
  if (unknown.length > 0) throw new NewerSchema(unknown)
  for (const { name, up, additive: isAdditive } of migrations) {
    if (done.has(name)) continue
    await db.transaction().execute(async (tx) => {
      await up(tx)
      await sql`insert into migration (name, at) values (${name}, ${at})`.execute(tx)
      if (isAdditive) await sql`insert into additive_migration (name) values (${name})`.execute(tx)
    })
  }
}
