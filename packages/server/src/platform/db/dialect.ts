import { CompiledQuery, PostgresAdapter, sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { Db, InTransaction, Tables, Tx } from './database.ts'
import { flightsIn } from './flights.ts'
import { groupCommit } from './group-commit.ts'
import { ownTransaction } from './own-transaction.ts'
import { nameStatement } from './statement-names.ts'

// Locks of two numbers never meet those of lockSubjects, which are named by one.
const MIGRATIONS_LOCK = 4400
// Half of the connections of a node; as many as one commit may take.
const POSTGRES_WORKS = 8
const SQLITE_WORKS = 128

const LOCK = 'select pg_advisory_xact_lock(hashtextextended(subject, 0)) from unnest($1::text[]) as subject'
nameStatement(LOCK)

export const transactionsOn = (db: Db): InTransaction => (isPostgres(db) ? ownTransaction(db) : groupCommit(db))

// Works that name a common subject run one after the other; all lock in one order, so none waits in a circle.
// SQLite has a single writer, so there it is already so. Nobody waits for the answer: what is read afterwards is another statement
// on the same connection, which sees what there is when the locks are held.
export async function lockSubjects(tx: Tx, subjects: readonly string[]): Promise<void> {
  if (!isPostgres(tx)) return
  const lock = CompiledQuery.raw(LOCK, [[...new Set(subjects)].sort()])
  const flights = flightsIn(tx)
  if (flights) flights.post(lock)
  else await tx.executeQuery(lock)
}

/** Whether a command's subjects must be found before its transaction begins. */
export const locksSubjects = (db: Db): boolean => isPostgres(db)

/** One node after the other, for as long as the work takes. A file has one process that writes, which is alone already. */
export async function alone<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (!isPostgres(db)) return work(db)
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATIONS_LOCK}, 0)`.execute(connection)
    try {
      return await work(connection)
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATIONS_LOCK}, 0)`.execute(connection)
    }
  })
}

/** Several reads that see one state of the database. */
export function reading<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = isPostgres(db)
    ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    : db.transaction()
  return transaction.execute(work)
}

/** What the clock of the database says, by which all nodes can be compared; undefined where it is this machine's own. */
export async function databaseNow(db: Db): Promise<number | undefined> {
  if (!isPostgres(db)) return undefined
  const { rows } = await sql<{ now: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db)
  return rows[0]?.now
}

/** Rows for whoever asks first: what another transaction is taking is passed over. SQLite has a single writer, who takes what is there. */
export const claim = <T extends keyof Tables, O>(
  tx: Tx,
  query: SelectQueryBuilder<Tables, T, O>,
): SelectQueryBuilder<Tables, T, O> => (isPostgres(tx) ? query.forUpdate().skipLocked() : query)

// Leases are counted by the database's clock, which all nodes share. Of a file's leases none needs time to lapse: whoever
// had one, and is not the process that asks, has ended.
export const leaseUntil = (db: Db, ms: number): RawBuilder<number> =>
  isPostgres(db) ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint + ${sql.lit(ms)}` : sql<number>`0`
export const lapsed = (db: Db, column: string): RawBuilder<SqlBool> => sql<SqlBool>`${sql.ref(column)} <= ${leaseUntil(db, 0)}`

/** How many transactions run at once beside those of people, who are not to wait for a connection. */
export const worksAtOnce = (db: Db): number => (isPostgres(db) ? POSTGRES_WORKS : SQLITE_WORKS)

/** The type of a text that is compared byte by byte, so that all that begins with something stands together. A file compares every text so. */
export const bytewiseText = (db: Db): RawBuilder<string> => (isPostgres(db) ? sql`text collate "C"` : sql`text`)

/** For the few places in this folder where the databases differ. */
export const isPostgres = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter
