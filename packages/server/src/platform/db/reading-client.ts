import type { Worker } from 'node:worker_threads'
import type { CompiledQuery } from 'kysely'
import { StoreFault, type DatabaseFault } from './faults.ts'
import type { ReadAnswer, ReadQuestion } from './read-thread.ts'

// A thread that ends is followed by another, each a little later; after the last of these the process stops. One that has
// lived for a minute was sound.
const RESTARTS_MS = [0, 100, 300, 1000]
const SOUND_MS = 60_000

/** `life` names the thread that lives: a transaction that it began ends with it. */
export type ReadingClient = {
  life: () => number
  /** Resolves with the rows of one query, asked through one of the reading thread's connections. */
  ask: (query: CompiledQuery, connection: number) => Promise<unknown[]>
  close: () => Promise<void>
}

export type Watched = {
  /** A statement or checkpoint that failed, beside the error its question is answered with. */
  onFault: (fault: { what: string; error: unknown }) => void
  onFatal: (error: unknown) => void
}

/** Many questions travel in one message: waking the other thread costs more than a look-up does. */
export function readingClient(start: () => Worker, { onFault, onFatal }: Watched): ReadingClient {
  const waiting = new Map<number, { resolve: (rows: unknown[]) => void; reject: (error: unknown) => void }>()
  let outgoing: ReadQuestion[] = []
  let last = 0
  let life = 0
  let restarts = 0
  let closing = false
  let worker: Worker | undefined

  const hear = (answer: ReadAnswer) => {
    if (answer.say === 'checkpoint failed') return judge(answer.error, answer.fault)
    const asked = waiting.get(answer.n)
    waiting.delete(answer.n)
    if (answer.say === 'rows') return asked?.resolve(answer.rows)
    asked?.reject(answer.fault ? new StoreFault(answer.fault, answer.error) : answer.error)
    if (answer.fault === 'broken') onFatal(answer.error)
  }
  const judge = (error: Error, fault: DatabaseFault | undefined) =>
    fault === 'broken' ? onFatal(error) : onFault({ what: 'checkpoint', error })

  function open(): void {
    const opened = start()
    const began = performance.now()
    let why: unknown = new Error('it ended by itself')
    worker = opened
    life++
    opened.on('message', (answers: readonly ReadAnswer[]) => answers.forEach(hear))
    opened.on('error', (error) => (why = error))
    opened.on('exit', () => {
      worker = undefined
      const gone = new StoreFault('away', why)
      for (const { reject } of waiting.values()) reject(gone)
      waiting.clear()
      if (!closing) again(performance.now() - began, why)
    })
  }

  function again(livedMs: number, error: unknown): void {
    onFault({ what: 'the reading thread has ended', error })
    if (livedMs >= SOUND_MS) restarts = 0
    const afterMs = RESTARTS_MS[restarts++]
    if (afterMs === undefined) return onFatal(error)
    setTimeout(() => !closing && open(), afterMs).unref()
  }

  function post(): void {
    worker?.postMessage(outgoing)
    outgoing = []
  }

  open()
  return {
    life: () => life,
    ask: ({ sql, parameters }, connection) =>
      new Promise((resolve, reject) => {
        if (!worker) throw new StoreFault('away', 'the reading thread is being started anew')
        const n = ++last
        waiting.set(n, { resolve, reject })
        if (outgoing.length === 0) setImmediate(post)
        outgoing.push({ n, connection, sql, parameters })
      }),
    close: async () => {
      closing = true
      await worker?.terminate()
    },
  }
}
