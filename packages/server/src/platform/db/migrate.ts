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

export type Shape =
  | { state: 'none' }
  | { state: 'same' }
  | { state: 'newer'; unknown: readonly string[] }
  | { state: 'older'; left: readonly string[] }

/** Of a database that is only looked at: whether it is as this version has it. */
export async function readShape(db: Db, migrations: readonly Migration[]): Promise<Shape> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name)
  if (!tables.includes('migration')) return { state: 'none' }
  const additive = tables.includes('additive_migration') ? await namesIn(db, 'additive_migration') : new Set<string>()
  return shapeOf({ done: await namesIn(db, 'migration'), additive }, migrations)
}

export function shapeOf(migrated: Migrated, migrations: readonly Migration[]): Shape {
  const { unknown, left } = compare(migrated, migrations)
  if (unknown.length > 0) return { state: 'newer', unknown }
  return left.length > 0 ? { state: 'older', left: left.map(({ name }) => name) } : { state: 'same' }
}

/** For whoever only uses what is there. */
export async function checkShape(db: Db, migrations: readonly Migration[]): Promise<void> {
  const shape = await readShape(db, migrations)
  switch (shape.state) {
    case 'same':
      return
    case 'none':
      throw new CannotStart('there is no database of Portico yet; start it first')
    case 'newer':
      throw new NewerSchema(shape.unknown)
    case 'older':
      throw new CannotStart(
        `the database was written by an older version of Portico (it lacks ${shape.left.join(', ')}); use the command of that version, or start this one first`,
      )
  }
}

export type Migrated = { done: ReadonlySet<string>; additive: ReadonlySet<string> }

const namesIn = async (db: Db, table: 'migration' | 'additive_migration') =>
  new Set((await db.selectFrom(table).select('name').execute()).map(({ name }) => name))

/** What is there that this version does not know and cannot live with, and what it will add. */
function compare({ done, additive }: Migrated, migrations: readonly Migration[]) {
  const known = new Set(migrations.map(({ name }) => name))
  return {
    unknown: [...done].filter((name) => !known.has(name) && !additive.has(name)),
    left: migrations.filter(({ name }) => !done.has(name)),
  }
}

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
  const { unknown, left } = compare(
    { done: await namesIn(db, 'migration'), additive: await namesIn(db, 'additive_migration') },
    migrations,
  )
  if (unknown.length > 0) throw new NewerSchema(unknown)
  for (const { name, up, additive: isAdditive } of left) {
    await db.transaction().execute(async (tx) => {
      await up(tx)
      await sql`insert into migration (name, at) values (${name}, ${at})`.execute(tx)
      if (isAdditive) await sql`insert into additive_migration (name) values (${name})`.execute(tx)
    })
  }
}
