// The thread that reads: connections of its own that cannot write, and beside them the one that moves committed pages from
// the write-ahead log into the file, so that no commit has to.
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { SqliteDatabase } from 'kysely'
import { must } from '../must.ts'
import { faultOf, type DatabaseFault } from './faults.ts'
import { nodeSqlite } from './node-sqlite.ts'

const CHECKPOINT_MS = 1000
const BUSY_MS = 5000

/** `connection` counts from 0. */
export type ReadQuestion = { n: number; connection: number; sql: string; parameters: readonly unknown[] }
/** An error loses its code on the way between threads, so what it means is said beside it. */
export type ReadAnswer =
  | { say: 'rows'; n: number; rows: unknown[] }
  | { say: 'failed'; n: number; error: Error; fault: DatabaseFault | undefined }
  | { say: 'checkpoint failed'; error: Error; fault: DatabaseFault | undefined }

const port = must(parentPort)
const { file, connections: count } = workerData as { file: string; connections: number } // store.ts gave it
const checkpointer = new DatabaseSync(file, { timeout: BUSY_MS })
// All at once: later there may be no descriptor left for them.
const connections = Array.from({ length: count }, open)
let failing = false

port.on('message', (questions: readonly ReadQuestion[]) => port.postMessage(questions.map(answer)))
setInterval(checkpoint, CHECKPOINT_MS)

function open(): SqliteDatabase {
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })
  database.exec('pragma temp_store = memory') // a full disk elsewhere is no reason not to read
  return nodeSqlite(database)
}

function answer({ n, connection, sql, parameters }: ReadQuestion): ReadAnswer {
  try {
    return { say: 'rows', n, rows: must(connections[connection]).prepare(sql).all(parameters) }
  } catch (error) {
    return { say: 'failed', n, error: asError(error), fault: faultOf(error) }
  }
}

// A failure that lasts is said once: the disk is full, and the next second it will be.
function checkpoint(): void {
  try {
    checkpointer.exec('pragma wal_checkpoint(passive)')
    failing = false
  } catch (error) {
    if (!failing)
      port.postMessage([{ say: 'checkpoint failed', error: asError(error), fault: faultOf(error) } satisfies ReadAnswer])
    failing = true
  }
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
