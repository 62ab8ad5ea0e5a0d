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
import { StoreFault } from './faults.ts'
import { readingClient, type ReadingClient, type Watched } from './reading-client.ts'

// The connection for single queries, which need not wait for each other.
const SHARED = 0
const TRANSACTIONS_AT_ONCE = 4
const CONNECTIONS = 1 + TRANSACTIONS_AT_ONCE

/**
 * Reads through the connections of another thread, so that a slow read or commit never holds up this one's sockets. `start`
 * starts that thread with so many connections, and again when it has ended.
 */
export function remoteSqlite(start: (connections: number) => Worker, watched: Watched): { db: Db; close: () => Promise<void> } {
  const questions = readingClient(() => start(CONNECTIONS), watched)
  const db: Db = new Kysely({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => remoteDriver(questions),
      createIntrospector: (its) => new SqliteIntrospector(its),
      createQueryCompiler: () => new LiteralLimits(),
    },
  })
  return {
    db,
    close: async () => {
      await db.destroy()
      // Kysely ends what somebody has asked something; the thread is there from the beginning.
      await questions.close()
    },
  }
}

class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

// A transaction has a connection of the thread to itself; who finds none free waits in line.
function remoteDriver({ ask, life, close }: ReadingClient): Driver {
  const lent = new Map<DatabaseConnection, { connection: number; life: number }>()
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
  // What a thread began has ended with it: the connection of the same number knows nothing of the transaction.
  const askOn = async (connection: DatabaseConnection, query: CompiledQuery) => {
    const own = lent.get(connection)
    if (own && own.life !== life()) throw new StoreFault('away', 'the reading thread has been started anew')
    return ask(query, own?.connection ?? SHARED)
  }
  const say = async (connection: DatabaseConnection, words: string) => void (await askOn(connection, CompiledQuery.raw(words)))

  return {
    init: async () => {},
    acquireConnection: async () => {
      const connection: DatabaseConnection = {
        executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => ({
          rows: (await askOn(connection, query)) as R[], // Kysely's types say which rows a query gives
        }),
        streamQuery: () => {
          throw new Error('a read is a page, not a stream')
        },
      }
      return connection
    },
    beginTransaction: async (connection) => {
      lent.set(connection, { connection: await take(), life: life() })
      await say(connection, 'begin')
    },
    commitTransaction: (connection) => say(connection, 'commit'),
    rollbackTransaction: (connection) => say(connection, 'rollback'),
    releaseConnection: async (connection) => {
      const own = lent.get(connection)
      lent.delete(connection)
      if (own) giveBack(own.connection)
    },
    destroy: close,
  }
}
