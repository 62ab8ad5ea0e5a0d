import { sql } from 'kysely'
import { CannotStart } from '../cannot-start.ts'
import type { Db } from './database.ts'

/**
 * What PostgreSQL is set up to keep of a commit. Without synchronous_commit an answer would come before the commit is durable,
 * which no set-up of a server makes right: that is refused. The others break the promise only when its machine fails.
 */
export async function checkDurability(db: Db, warn: (line: string) => void): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit')`.execute(db)
  for (const { name, setting } of rows) {
    if (setting !== 'off') continue
    if (name === 'synchronous_commit')
      throw new CannotStart('PostgreSQL runs with synchronous_commit = off and does not let it be set; switch it on')
    warn(`PostgreSQL runs with ${name} = off: if its machine fails, acknowledged messages may be lost; switch it on`)
  }
}
