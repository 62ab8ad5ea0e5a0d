import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './database.ts'
import { guardPool } from './guard-pool.ts'

const CONNECTIONS_MAX = 16
const CONNECT_MS = 5000
/** What the database itself gives up; QUERY_MS, on our side, is for a path on which nothing comes back any more. */
const LOCK_MS = 3000
const STATEMENT_MS = 4000
const QUERY_MS = 5000
/** A transaction whose client cannot be heard any more holds its locks no longer than this. */
const IDLE_IN_TRANSACTION_MS = 4000
const KEEPALIVE_MS = 5000

// What this session may not know of: a commit that is answered before it is durable, here or on the synchronous standby.
const DURABLE = `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')`
const LIMITS = `set lock_timeout = ${LOCK_MS}; set statement_timeout = ${STATEMENT_MS};
  set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`

pg.types.setTypeParser(pg.types.builtins.INT8, Number) // instants and positions stay below 2^53

type PostgresOptions = {
  /** Told of every error of every statement. */
  onError?: (error: unknown) => void
  /** Migrations take the time they need. */
  unlimited?: true
}

export function postgres(url: string, { onError = () => {}, unlimited }: PostgresOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_MS,
    ...(!unlimited && { query_timeout: QUERY_MS }),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE_MS,
    // The pool waits for it. Types say nothing of that.
    onConnect: async (client) => {
      // Whatever is asked on a connection that breaks is rejected, and the pool replaces it: this event alone would end the process.
      client.on('error', () => {})
      await client.query(unlimited ? DURABLE : `${LIMITS}; ${DURABLE}`)
    },
  })
  // The same, while a connection is idle.
  pool.on('error', () => {})
  return new Kysely({ dialect: new PostgresDialect({ pool: guardPool(pool, onError) }) })
}
