import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { Transcript } from './transcript.ts'

const THREAD = new URL('./print-thread.ts', import.meta.url)
/** One is made at a time, on each node; so many wait for it. */
export const WAITING_MAX = 20
const PRINT_MS_MAX = 20_000
const IDLE_MS = 60_000

export type PrintJob = { id: number; transcript: Transcript }
export type PrintNews = { id: number } & (
  | { state: 'part'; bytes: Uint8Array }
  | { state: 'done' }
  | { state: 'broken'; why: string }
)

type Asked = { job: PrintJob; resolve: (pdf: Readable) => void; pdf: Readable | undefined }
type Press = { worker: Worker; leave: NodeJS.Timeout }

const line: Asked[] = []
let press: Press | undefined
let late: NodeJS.Timeout | undefined
let jobs = 0

/** Makes a PDF in a thread of its own, which ends when it takes too long; its first bytes leave before its last are made. Undefined: too many wait. */
export function printPdf(transcript: Transcript): Promise<Readable> | undefined {
  if (line.length > WAITING_MAX) return undefined
  const { promise, resolve } = Promise.withResolvers<Readable>()
  line.push({ job: { id: jobs++, transcript }, resolve, pdf: undefined })
  if (line.length === 1) next()
  return promise
}

function next(): void {
  const [first] = line
  if (!first) return
  const { worker, leave } = (press ??= open())
  leave.refresh()
  worker.ref()
  late = setTimeout(() => gone(worker, 'it took too long'), PRINT_MS_MAX)
  worker.postMessage(first.job)
}

function open(): Press {
  const worker = new Worker(THREAD)
  const leave = setTimeout(() => (line.length > 0 ? leave.refresh() : gone(worker, 'idle')), IDLE_MS).unref()
  worker.on('message', (news: PrintNews) => {
    const [first] = line
    if (!first || news.id !== first.job.id) return
    // Whoever has hung up reads no more: what is still made of it goes nowhere.
    const pdf = (first.pdf ??= new Readable({ read: () => {} }).on('error', () => {}))
    first.resolve(pdf)
    switch (news.state) {
      case 'part':
        if (!pdf.destroyed) pdf.push(news.bytes)
        return
      case 'done':
        if (!pdf.destroyed) pdf.push(null)
        return settle()
      case 'broken':
        pdf.destroy(new Error(news.why))
        return settle()
    }
  })
  worker.on('error', (error) => gone(worker, String(error)))
  worker.on('exit', () => gone(worker, 'it has ended'))
  return { worker, leave }
}

function settle(): void {
  clearTimeout(late)
  line.shift()
  if (line.length === 0) press?.worker.unref()
  next()
}

/** Whatever it was making broke it: the next one has a thread of its own. */
function gone(worker: Worker, why: string): void {
  if (press?.worker !== worker) return
  clearTimeout(press.leave)
  press = undefined
  void worker.terminate()
  const [first] = line
  if (!first) return
  const pdf = first.pdf ?? new Readable({ read: () => {} }).on('error', () => {})
  first.resolve(pdf)
  pdf.destroy(new Error(why))
  settle()
}
