// The thread that reads: connections of its own that cannot write, and beside them the one that moves committed pages from
// the write-ahead log into the file, so that no commit has to.
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { SqliteDatabase } from 'kysely'
import { must } from '../must.ts'
import { nodeSqlite } from './node-sqlite.ts'

const CHECKPOINT_MS = 1000
const BUSY_MS = 5000

/** `connection` counts from 0; each is opened when it is first named. */
export type ReadQuestion = { n: number; connection: number; sql: string; parameters: readonly unknown[] }
export type ReadAnswer = { n: number; rows: unknown[]; error?: Error }

const port = must(parentPort)
const { file } = workerData as { file: string } // openReads posted it
const connections: SqliteDatabase[] = []
const checkpointer = new DatabaseSync(file, { timeout: BUSY_MS })

port.on('message', (questions: readonly ReadQuestion[]) => port.postMessage(questions.map(answer)))
setInterval(() => checkpointer.exec('pragma wal_checkpoint(passive)'), CHECKPOINT_MS)

function answer({ n, connection, sql, parameters }: ReadQuestion): ReadAnswer {
  try {
    connections[connection] ??= nodeSqlite(new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS }))
    return { n, rows: connections[connection].prepare(sql).all(parameters) }
  } catch (error) {
    return { n, rows: [], error: error instanceof Error ? error : new Error(String(error)) }
  }
}
