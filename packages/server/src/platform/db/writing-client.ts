import type { Worker } from 'node:worker_threads'
import type { Outcome } from '@portico/protocol/outcome'
import type { Job } from '../jobs/job.ts'
import type { Claim, Claimed } from '../jobs/lines.ts'
import type { Settled } from '../jobs/settle.ts'
import type { Committed, Frame } from '../run-command.ts'
import type { Road, Room } from '../road.ts'
import { answersOf, flattenQuestions, type Batch } from './flat-batch.ts'

/** What the thread that writes is asked, and what it answers. Many of either travel in one message. */
export type RoadQuestion =
  | { n: number; ask: 'run'; frame: Frame }
  | { n: number; ask: 'claim'; asked: Claim }
  | { n: number; ask: 'settle'; settled: Settled }
  | { n: number; ask: 'tick' | 'trim' | 'close'; at: number }
export type Answered = Outcome | readonly Claimed[] | Job | undefined
export type RoadAnswer =
  | { say: 'answer'; n: number; answer?: Answered }
  | { say: 'failed'; n: number; error: Error }
  | { say: 'committed'; committed: Committed }
  | { say: 'fault'; what: string; error: Error }
  | { say: 'room'; room: Room }
  | { say: 'fatal'; error: Error }

type Heard = {
  onCommitted: (committed: Committed) => void
  onFault: (fault: { what: string; error: unknown }) => void
  onFatal: (error: unknown) => void
  onRoom: (room: Room) => void
}

/** The road in a thread of its own: a slow fsync there holds up nobody's heartbeat here. */
export function writingClient(worker: Worker, { onCommitted, onFault, onFatal, onRoom }: Heard): Road {
  const waiting = new Map<number, PromiseWithResolvers<Answered>>()
  let last = 0
  let state: 'alive' | 'closing' | 'over' = 'alive'
  let outgoing: RoadQuestion[] = []

  const settle = (n: number) => {
    const asked = waiting.get(n)
    waiting.delete(n)
    return asked
  }
  const hear = (answer: RoadAnswer) => {
    switch (answer.say) {
      case 'answer':
        return settle(answer.n)?.resolve(answer.answer)
      case 'failed':
        return settle(answer.n)?.reject(answer.error)
      case 'committed':
        return onCommitted(answer.committed)
      case 'fault':
        return onFault(answer)
      case 'room':
        return onRoom(answer.room)
      case 'fatal':
        return onFatal(answer.error)
    }
  }
  worker.on('message', (answers: Batch<RoadAnswer>) => answersOf(answers).forEach(hear))
  worker.on('error', onFatal)
  worker.on('exit', () => {
    const wasClosing = state === 'closing'
    state = 'over'
    for (const { reject } of waiting.values()) reject(new Error('the writing thread has ended'))
    if (!wasClosing) onFatal(new Error('the writing thread has ended'))
  })

  function ask(question: RoadQuestion): Promise<Answered> {
    const asked = Promise.withResolvers<Answered>()
    if (state === 'over') asked.reject(new Error('the writing thread has ended'))
    waiting.set(question.n, asked)
    if (outgoing.length === 0) setImmediate(post)
    outgoing.push(question)
    return asked.promise
  }
  function post() {
    worker.postMessage(flattenQuestions(outgoing))
    outgoing = []
  }

  return {
    run: async (frame) => {
      const outcome = await ask({ n: ++last, ask: 'run', frame })
      if (!outcome) throw new Error('the writing thread answered nothing')
      return outcome as Outcome // to this question
    },
    claim: async (asked) => (await ask({ n: ++last, ask: 'claim', asked })) as readonly Claimed[], // to this question
    settle: async (settled) => (await ask({ n: ++last, ask: 'settle', settled })) as Job | undefined, // to this question
    tick: async (at) => void (await ask({ n: ++last, ask: 'tick', at })),
    trim: async (at) => void (await ask({ n: ++last, ask: 'trim', at })),
    close: async () => {
      if (state === 'over') return
      state = 'closing'
      // What was asked before is answered before the end.
      await Promise.allSettled([...waiting.values()].map(({ promise }) => promise))
      await ask({ n: ++last, ask: 'close', at: 0 })
      await worker.terminate()
    },
  }
}
