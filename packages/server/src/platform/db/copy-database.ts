import { backup, DatabaseSync } from 'node:sqlite'
import type { Migrated } from './migrate.ts'

const BUSY_MS = 5000
// All at once: between two steps a server that writes would make it begin anew, again and again.
const PAGES_A_STEP = 2 ** 30

/** Copies a file that a server may be writing to: all that was committed before is in the copy, which is one file and whole. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: BUSY_MS })
  try {
    await backup(source, to, { rate: PAGES_A_STEP })
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(to, { timeout: BUSY_MS })
  try {
    copy.exec('pragma journal_mode = delete')
    const fault = faultOfFile(copy)
    if (fault !== undefined) throw new Error(`the copy is not whole: ${fault}`)
  } finally {
    copy.close()
  }
}

/** What lies beside the file is written into it; nobody may have it open. */
export function settleDatabase(file: string): undefined {
  const database = new DatabaseSync(file, { timeout: BUSY_MS })
  try {
    database.exec('pragma wal_checkpoint(truncate)')
    return undefined
  } finally {
    database.close()
  }
}

/** What is wrong with it, in SQLite's words; undefined where it is whole. */
export function checkDatabase(file: string): string | undefined {
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })
  try {
    return faultOfFile(database)
  } finally {
    database.close()
  }
}

/** The migrations that have been run on it, and which of them only added; undefined where it is none of ours. */
export function migrationsOf(file: string): Migrated | undefined {
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })
  const has = (table: string) => database.prepare('select 1 from sqlite_master where name = ?').get(table) !== undefined
  const namesIn = (table: string) =>
    new Set(
      has(table)
        ? database
            .prepare(`select name from ${table}`)
            .all()
            .map(({ name }) => String(name))
        : [],
    )
  try {
    return has('migration') ? { done: namesIn('migration'), additive: namesIn('additive_migration') } : undefined
  } finally {
    database.close()
  }
}

function faultOfFile(database: DatabaseSync): string | undefined {
  const said = String(database.prepare('pragma quick_check(1)').get()?.quick_check)
  return said === 'ok' ? undefined : said
}
