import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './database.ts'

const CONNECTIONS_MAX = 16
const CONNECT_MS = 5000

pg.types.setTypeParser(pg.types.builtins.INT8, Number) // instants and positions stay below 2^53

export function postgres(url: string): Db {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MAX, connectionTimeoutMillis: CONNECT_MS })
  // A connection that breaks while idle is replaced at the next query, which reports the fault if it lasts.
  pool.on('error', () => {})
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
