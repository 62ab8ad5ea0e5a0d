import { Worker } from 'node:worker_threads'

const THREAD = new URL('./weak-password-thread.ts', import.meta.url)
/** It holds 50 MiB of lists; it goes when nobody has set a password for so long. */
const IDLE_MS = 30_000
const WAITING_MAX = 20

export type Question = { id: number; password: string; words: readonly string[] }
export type Verdict = { id: number; weak: boolean }

type Asked = { resolve: (weak: boolean) => void; reject: (error: Error) => void }
type Judge = { worker: Worker; asked: Map<number, Asked>; leave: NodeJS.Timeout }

let judge: Judge | undefined
let questions = 0

/**
 * Whether a password is among those that are tried first: common ones, ones of the lists of breaches, patterns of the keyboard,
 * and the person's own words. Undefined where too many ask already. In a thread of its own, which lives while it is asked.
 */
export function isWeak(password: string, words: readonly string[]): Promise<boolean> | undefined {
  const { worker, asked, leave } = (judge ??= open())
  if (asked.size >= WAITING_MAX) return undefined
  leave.refresh()
  const question: Question = { id: questions++, password, words }
  return new Promise((resolve, reject) => {
    asked.set(question.id, { resolve, reject })
    worker.ref()
    worker.postMessage(question)
  })
}

function open(): Judge {
  const worker = new Worker(THREAD)
  const asked: Judge['asked'] = new Map()
  const leave = setTimeout(() => (asked.size > 0 ? leave.refresh() : gone()), IDLE_MS).unref()
  const gone = (error = new Error('the thread that judges passwords has ended')) => {
    if (judge?.worker === worker) judge = undefined
    clearTimeout(leave)
    for (const { reject } of asked.values()) reject(error)
    asked.clear()
    void worker.terminate()
  }
  worker.on('message', ({ id, weak }: Verdict) => {
    asked.get(id)?.resolve(weak)
    asked.delete(id)
    if (asked.size === 0) worker.unref()
  })
  worker.on('error', gone)
  worker.on('exit', () => gone())
  return { worker, asked, leave }
}
