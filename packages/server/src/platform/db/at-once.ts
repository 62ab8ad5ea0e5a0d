import type { CompiledQuery, SqliteDatabase } from 'kysely'
import { handsFor } from './at-hand.ts'
import type { Db, Tx } from './database.ts'

/** Runs a query before it returns, as SQLite can. Kysely waits five times on the way to the same rows, which costs more than they do. */
type AtOnce = <R>(query: CompiledQuery<R>) => R[]

const connections = new WeakMap<Db, AtOnce>()
const transactions = new WeakMap<Tx, AtOnce>()

/** Of a database with this one connection. Outside a transaction nobody runs anything on it at once: others may be inside theirs. */
export function hasOneConnection(db: Db, connection: SqliteDatabase): void {
  connections.set(db, ({ sql, parameters }) => {
    const statement = connection.prepare(sql)
    if (statement.reader) return statement.all(parameters) as [] // Kysely's types say which rows a query gives
    statement.run(parameters)
    return []
  })
}

/** From here on what is prepared runs at once in this transaction, where the database can do that. */
export function beginsOn(db: Db, tx: Tx): void {
  const atOnce = connections.get(db)
  if (!atOnce) return
  transactions.set(tx, atOnce)
  handsFor(db, tx)
}

export const atOnceIn = (tx: Tx): AtOnce | undefined => transactions.get(tx)
