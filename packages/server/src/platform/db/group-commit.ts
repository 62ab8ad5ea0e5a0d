import { setImmediate } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import { letAllGo } from './at-hand.ts'
import { atOnceIn, beginsOn } from './at-once.ts'
import type { Db, InTransaction, Tx } from './database.ts'
import { faultOf } from './faults.ts'

const BATCH_MAX = 256
const BATCH_MS = { least: 16, most: 100 }
// On a disk that is slow to commit a batch may take longer, or little of the time would be left for the work itself.
const WORK_PER_COMMIT = 4
const WAITING_MAX = 10_000

const BEGIN = CompiledQuery.raw('begin immediate')
const COMMIT = CompiledQuery.raw('commit')
const ROLLBACK = CompiledQuery.raw('rollback')
const SAVEPOINT = CompiledQuery.raw('savepoint work')
const RELEASE = CompiledQuery.raw('release work')
const ROLLBACK_TO = CompiledQuery.raw('rollback to work')

type Waiting = { attempt: (tx: Tx) => Promise<Acknowledge>; reject: (error: unknown) => void }
type Acknowledge = () => void

/**
 * Works that wait share one transaction, and so one fsync; each has its savepoint and falls alone. After a fault of the disk
 * nothing is committed any more: a second fsync may succeed although the pages of the first are lost.
 */
export function groupCommit(db: Db): InTransaction {
  const waiting: Waiting[] = []
  let draining = false
  let commitMs = 0
  let broken: { by: unknown } | undefined

  return (work) =>
    new Promise((resolve, reject) => {
      if (broken) throw broken.by
      if (waiting.length >= WAITING_MAX)
        throw new Error(`${waiting.length} works wait for the database, at most ${WAITING_MAX} may`)
      const attempt = async (tx: Tx) => {
        const result = await work(tx)
        return () => resolve(result)
      }
      waiting.push({ attempt, reject })
      if (!draining) void drain()
    })

  async function drain(): Promise<void> {
    draining = true
    while (waiting.length > 0) {
      // Nothing below gives way to the message queue: without this turn each command would be committed alone.
      await setImmediate()
      const batchMs = Math.min(BATCH_MS.most, Math.max(BATCH_MS.least, WORK_PER_COMMIT * commitMs))
      try {
        commitMs = await commit(db, waiting, batchMs)
      } catch (error) {
        broken = { by: error }
        rejectAll(waiting.splice(0), error)
      }
    }
    draining = false
  }
}

/** Answers how long the database took to make the batch durable; rejects when the disk has failed. */
async function commit(db: Db, waiting: Waiting[], batchMs: number): Promise<number> {
  const batch: Waiting[] = []
  try {
    const { result, commitMs } = await immediate(db, async (tx) => {
      const answers: Acknowledge[] = []
      const until = performance.now() + batchMs
      do {
        const next = waiting.shift()
        if (!next) break
        batch.push(next)
        answers.push(await inSavepoint(tx, next))
      } while (batch.length < BATCH_MAX && performance.now() < until)
      return answers
    })
    for (const acknowledge of result) acknowledge()
    return commitMs
  } catch (error) {
    // Without a batch it could not even begin: that is no fault of any of those who wait.
    if (batch.length < 2 || faultOf(error) === 'broken') rejectAll(batch.length > 0 ? batch : waiting.splice(0), error)
    else await eachAlone(db, batch)
    if (faultOf(error) === 'broken') throw error
    return 0
  }
}

/** The transaction itself is gone, with what the others of the batch had done: each is tried alone, once. */
async function eachAlone(db: Db, batch: readonly Waiting[]): Promise<void> {
  try {
    for (const each of batch) await commit(db, [each], BATCH_MS.least)
  } catch (error) {
    rejectAll(batch, error)
    throw error
  }
}

const rejectAll = (works: readonly Waiting[], error: unknown) => works.forEach(({ reject }) => reject(error))

async function immediate<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<{ result: T; commitMs: number }> {
  return db.connection().execute(async (tx) => {
    beginsOn(db, tx)
    await execute(tx, BEGIN)
    try {
      const result = await work(tx)
      const workedUntil = performance.now()
      await execute(tx, COMMIT)
      return { result, commitMs: performance.now() - workedUntil }
    } catch (error) {
      await rollBack(tx)
      throw error
    }
  })
}

// After some faults (a full disk, an I/O error) SQLite has rolled back by itself and says so.
async function rollBack(tx: Tx): Promise<void> {
  letAllGo(tx)
  try {
    await execute(tx, ROLLBACK)
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error
  }
}

async function inSavepoint(tx: Tx, { attempt, reject }: Waiting): Promise<Acknowledge> {
  await execute(tx, SAVEPOINT)
  try {
    const acknowledge = await attempt(tx)
    await execute(tx, RELEASE)
    return acknowledge
  } catch (error) {
    // A fault of the database may have undone the whole transaction, and the savepoint with it.
    if (faultOf(error)) throw error
    letAllGo(tx)
    await execute(tx, ROLLBACK_TO)
    await execute(tx, RELEASE)
    return () => reject(error)
  }
}

const execute = async (tx: Tx, query: CompiledQuery) => void (atOnceIn(tx)?.(query) ?? (await tx.executeQuery(query)))
