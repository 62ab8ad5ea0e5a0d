import type { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Db } from './database.ts'
import { LiteralLimits } from './literal-limits.ts'
import { readQuestions, type AskRead } from './read-questions.ts'

// The connection for single queries, which need not wait for each other.
const SHARED = 0
const TRANSACTIONS_AT_ONCE = 4

/** Reads through the connections of another thread, so that a slow read or commit never holds up this one's sockets. */
export function remoteSqlite(worker: Worker): Db {
  const ask = readQuestions(worker)
  return new Kysely({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => remoteDriver(ask, worker),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new LiteralLimits(),
    },
  })
}

class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

// A transaction has a connection of the thread to itself; who finds none free waits in line.
function remoteDriver(ask: AskRead, worker: Worker): Driver {
  const lent = new Map<DatabaseConnection, number>()
  const free = Array.from({ length: TRANSACTIONS_AT_ONCE }, (_, n) => SHARED + 1 + n)
  const line: ((connection: number) => void)[] = []

  const take = (): Promise<number> => {
    const connection = free.pop()
    return connection === undefined ? new Promise((resolve) => line.push(resolve)) : Promise.resolve(connection)
  }
  const giveBack = (connection: number) => {
    const next = line.shift()
    if (next) next(connection)
    else free.push(connection)
  }
  const say = async (connection: DatabaseConnection, words: string) =>
    void (await ask(CompiledQuery.raw(words), lent.get(connection) ?? SHARED))

  return {
    init: async () => {},
    acquireConnection: async () => {
      const connection: DatabaseConnection = {
        executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => ({
          rows: (await ask(query, lent.get(connection) ?? SHARED)) as R[], // Kysely's types say which rows a query gives
        }),
        streamQuery: () => {
          throw new Error('a read is a page, not a stream')
        },
      }
      return connection
    },
    beginTransaction: async (connection) => {
      lent.set(connection, await take())
      await say(connection, 'begin')
    },
    commitTransaction: (connection) => say(connection, 'commit'),
    rollbackTransaction: (connection) => say(connection, 'rollback'),
    releaseConnection: async (connection) => {
      const own = lent.get(connection)
      lent.delete(connection)
      if (own !== undefined) giveBack(own)
    },
    destroy: async () => void (await worker.terminate()),
  }
}
