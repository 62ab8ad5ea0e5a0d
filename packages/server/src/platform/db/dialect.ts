import { PostgresAdapter, sql } from 'kysely'
import type { Db, InTransaction, Tx } from './database.ts'
import { groupCommit } from './group-commit.ts'
import { ownTransaction } from './own-transaction.ts'

export const transactionsOn = (db: Db): InTransaction => (isPostgres(db) ? ownTransaction(db) : groupCommit(db))

// Works that name a common subject run one after the other; all lock in one order, so none waits in a circle.
// SQLite has a single writer, so there it is already so.
export async function lockSubjects(tx: Tx, subjects: readonly string[]): Promise<void> {
  if (!isPostgres(tx)) return
  const sorted = [...new Set(subjects)].sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(subject, 0)) from unnest(${sorted}::text[]) as subject`.execute(tx)
}

/** Whether a command's subjects must be found before its transaction begins. */
export const locksSubjects = (db: Db): boolean => isPostgres(db)

/** Several reads that see one state of the database. */
export function reading<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = isPostgres(db)
    ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    : db.transaction()
  return transaction.execute(work)
}

/** Nothing was written and the same may be tried later: the disk is full. */
export const isFull = (error: unknown): boolean => errorCode(error) === 13 || errorCode(error) === '53100'

/** The disk broke its promise: what is durable is known only after a restart. */
export const isDiskFault = (error: unknown): boolean => {
  const code = errorCode(error)
  return (typeof code === 'number' && (code & 0xff) === 10) || code === '58030'
}

// node:sqlite names SQLite's result code `errcode`, pg its SQLSTATE `code`.
function errorCode(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error) return error.errcode
  return 'code' in error ? error.code : undefined
}

const isPostgres = (db: Db) => db.getExecutor().adapter instanceof PostgresAdapter
