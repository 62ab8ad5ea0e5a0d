import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { hasOneConnection } from './at-once.ts'
import type { Db } from './database.ts'
import { LiteralLimits } from './literal-limits.ts'
import { nodeSqlite } from './node-sqlite.ts'

const SYNCHRONOUS_FULL = 2
const BUSY_MS = 5000
// Checkpoints run beside the commits (read-thread.ts); this is what the file may grow to if that one fails: 80 MB.
const AUTOCHECKPOINT_PAGES = 20_000

// temp_store: a savepoint keeps the pages it may have to restore in a temporary file, which costs as much as the writing.
const PRAGMAS = `pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES};
  pragma secure_delete = on; pragma cache_size = -32000; pragma temp_store = memory`

/** The one connection that writes. `onError` is told of every error of every statement. */
export function sqlite(file: string, onError?: (error: unknown) => void): Db {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_MS })
  database.exec(PRAGMAS)
  const synchronous = database.prepare('pragma synchronous').get()?.synchronous
  if (synchronous !== SYNCHRONOUS_FULL)
    throw new Error(`pragma synchronous is ${String(synchronous)}, must be ${SYNCHRONOUS_FULL}`)
  const journal = database.prepare('pragma journal_mode').get()?.journal_mode
  if (journal !== 'wal') throw new Error(`pragma journal_mode is ${String(journal)}, must be wal`)
  const connection = nodeSqlite(database, onError)
  const db: Db = new Kysely({ dialect: new Dialect({ database: connection }) })
  hasOneConnection(db, connection)
  return db
}

class Dialect extends SqliteDialect {
  override createQueryCompiler(): LiteralLimits {
    return new LiteralLimits()
  }
}
