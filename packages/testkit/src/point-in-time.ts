import pg from 'pg'
import type { TestDatabase } from './test-database.ts'

const SAVED = 'saved'

/** Keeps what a PostgreSQL database holds; the answer puts it back, whoever has it open, as a restore to this point in time does. */
export async function keepPointInTime({ environment }: TestDatabase): Promise<() => Promise<void>> {
  const statements = async (...each: readonly string[]) => {
    const client = new pg.Client(environment.PORTICO_DATABASE)
    await client.connect()
    try {
      for (const statement of each) await client.query(statement)
      const tables = await client.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
      return tables.rows.map(({ name }) => name)
    } finally {
      await client.end()
    }
  }
  const tables = await statements(`create schema ${SAVED}`)
  await statements(...tables.map((name) => `create table ${SAVED}."${name}" as table public."${name}"`))
  return async () => {
    const all = tables.map((name) => `public."${name}"`).join(', ')
    const put = tables.map((name) => `insert into public."${name}" table ${SAVED}."${name}"`)
    await statements('begin', 'set local session_replication_role = replica', `truncate ${all}`, ...put, 'commit')
  }
}
