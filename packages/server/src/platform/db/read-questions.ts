import type { Worker } from 'node:worker_threads'
import type { CompiledQuery } from 'kysely'
import type { ReadAnswer, ReadQuestion } from './read-thread.ts'

/** Resolves with the rows of one query, asked through one of the reading thread's connections. */
export type AskRead = (query: CompiledQuery, connection: number) => Promise<unknown[]>

/** Many questions travel in one message: waking the other thread costs more than a look-up does. */
export function readQuestions(worker: Worker): AskRead {
  const waiting = new Map<number, { resolve: (rows: unknown[]) => void; reject: (error: unknown) => void }>()
  let outgoing: ReadQuestion[] = []
  let last = 0

  const hear = ({ n, rows, error }: ReadAnswer) => {
    const asked = waiting.get(n)
    waiting.delete(n)
    if (error) asked?.reject(error)
    else asked?.resolve(rows)
  }
  const failAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const post = () => {
    worker.postMessage(outgoing)
    outgoing = []
  }
  worker.on('message', (answers: readonly ReadAnswer[]) => answers.forEach(hear))
  worker.on('error', failAll)
  worker.on('exit', () => failAll(new Error('the reading thread has ended')))

  return ({ sql, parameters }, connection) =>
    new Promise((resolve, reject) => {
      const n = ++last
      waiting.set(n, { resolve, reject })
      if (outgoing.length === 0) setImmediate(post)
      outgoing.push({ n, connection, sql, parameters })
    })
}
