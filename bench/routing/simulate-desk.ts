import type { OperatorId } from '@portico/protocol/ids'
import type { Limits } from '@portico/server/capacity/capacity'
import { estimate } from '@portico/server/routing/estimate'
import { setImmediate } from 'node:timers/promises'
import { randomSource } from '../statistics/random-source.ts'
import { anyVisitor, equalsAmong, give, wishOf, workersOf, type Visitor, type Worker } from './desk.ts'
import { plainQueue, type Visit } from './plain-queue.ts'

export type DeskOptions = {
  seed: number
  /** Desks of one seed differ in it. */
  number: number
  operators: number
  /** Conversations at once, of each operator. */
  limit: number
  load: number
  conversations: number
  /** Of so many who must wait, one is told how long. */
  toldOneOf: number
  progress: (text: string) => void
}

/** `traffic` is arrivals × mean length as they came out, of `slots`; times in means of a conversation. */
export type Desk = {
  slots: number
  traffic: number
  meanWait: number
  waited: number
  overLimit: number
  waitedBesideRoom: number
  unlikePlainQueue: number
  mostUnequal: number
  told: number
  inside: number
}

const MEAN_MS = 8 * 60_000
const RECENT_MAX = 200
const MET_MAX = 1_000
const PAUSE_EVERY = 2_000
const ROUNDING_MS = 1e-3

type Coming = Visit & { visitor: Visitor }
type Waiting = { index: number; told: { fromMs: number; toMs: number } | null }

/** Everything that changes while the desk works. */
type State = {
  workers: Worker[]
  ends: { at: number; worker: Worker; held: Worker['held'][number] }[]
  queue: Waiting[]
  recentMs: number[]
  met: { operator: OperatorId; at: number }[]
  waits: Float64Array
  counts: { overLimit: number; waitedBesideRoom: number; told: number; inside: number }
}

/** Conversations come at random to a desk whose operators are found by the hearts that work in the product; nothing here decides who gets one. */
export async function simulateDesk(options: DeskOptions): Promise<Desk> {
  const { operators, limit, conversations, progress, seed, number } = options
  const slots = operators * limit
  const coming = draw(options)
  const random = randomSource(seed, `desk ${number}`).uniform
  const limits: Limits = { inChannel: limit, inAll: limit, duringCalls: 'allowed' }
  const state = emptyState(operators, conversations)
  for (const [index, { at }] of coming.entries()) {
    endUntil(at, { state, coming, limits, random })
    state.queue.push({ index, told: null })
    serve(at, { state, coming, limits, random })
    const waiting = state.queue.at(-1)
    if (waiting?.index === index) tell(waiting, { state, at, slots, random, toldOneOf: options.toldOneOf })
    if (index % PAUSE_EVERY !== 0) continue
    progress(`${index} of ${conversations} conversations`)
    await setImmediate()
  }
  endUntil(Infinity, { state, coming, limits, random })
  return result(state, { coming, slots })
}

function draw({ seed, number, operators, limit, load, conversations }: DeskOptions): readonly Coming[] {
  const random = randomSource(seed, `visitors ${number}`).uniform
  const exponential = () => -Math.log(1 - random()) * MEAN_MS
  let at = 0
  return Array.from({ length: conversations }, () => {
    at += exponential() / (operators * limit * load)
    return { at, lengthMs: exponential(), visitor: anyVisitor(random) }
  })
}

function emptyState(operators: number, conversations: number): State {
  return {
    workers: workersOf(operators),
    ends: [],
    queue: [],
    recentMs: [],
    met: [],
    waits: new Float64Array(conversations),
    counts: { overLimit: 0, waitedBesideRoom: 0, told: 0, inside: 0 },
  }
}

type Working = { state: State; coming: readonly Coming[]; limits: Limits; random: () => number }

/** Conversations end one after the other, and whoever waits longest is looked for an operator at once. */
function endUntil(instant: number, working: Working): void {
  const { ends, recentMs } = working.state
  for (let next = ends[0]; next && next.at <= instant; next = ends[0]) {
    ends.shift()
    next.worker.held.splice(next.worker.held.indexOf(next.held), 1)
    recentMs.unshift(next.at - next.held.givenAt)
    recentMs.length = Math.min(recentMs.length, RECENT_MAX)
    serve(next.at, working)
  }
}

function serve(at: number, { state, coming, limits, random }: Working): void {
  for (let first = state.queue[0]; first; first = state.queue[0]) {
    const visit = coming[first.index]
    if (!visit) throw new RangeError(`conversation ${first.index} waits, of ${coming.length}`)
    const worker = give(state.workers, { wish: wishOf(visit.visitor, state.met, at), limits, random })
    if (!worker) break
    state.queue.shift()
    begin({ worker, visit, at }, state)
    note(first, at - visit.at, state)
    if (worker.held.length > Number(limits.inAll)) state.counts.overLimit++
  }
  if (state.queue.length > 0 && state.workers.some(({ held }) => held.length < Number(limits.inAll)))
    state.counts.waitedBesideRoom++
}

function begin({ worker, visit, at }: { worker: Worker; visit: Coming; at: number }, { ends, met }: State): void {
  const endsAt = at + visit.lengthMs
  // Somebody writes in it up to its end.
  const held = { givenAt: at, stirredAt: endsAt }
  worker.held.push(held)
  worker.given++
  met.push({ operator: worker.id, at })
  if (met.length > MET_MAX) met.shift()
  const later = ends.findIndex((end) => end.at > endsAt)
  ends.splice(later < 0 ? ends.length : later, 0, { at: endsAt, worker, held })
}

function note({ index, told }: Waiting, waitedMs: number, { waits, counts }: State): void {
  waits[index] = waitedMs
  if (!told) return
  counts.told++
  if (told.fromMs <= waitedMs && waitedMs <= told.toMs) counts.inside++
}

type Telling = { state: State; at: number; slots: number; random: () => number; toldOneOf: number }

/** What the last of the queue is told as he comes. */
function tell(waiting: Waiting, { state, at, slots, random, toldOneOf }: Telling): void {
  if (waiting.index % toldOneOf !== 0) return
  const lastedMs = state.ends.map(({ held }) => at - held.givenAt)
  const queue = { slots, lastedMs, waiting: state.queue.length, servedMs: state.recentMs, staffing: [{ agoMs: at, slots }] }
  const told = estimate(queue, random).at(-1)
  if (told?.state === 'estimated') waiting.told = told
}

function result({ workers, waits, counts }: State, { coming, slots }: { coming: readonly Coming[]; slots: number }): Desk {
  const plain = plainQueue(coming, slots)
  const lengths = coming.reduce((sum, { lengthMs }) => sum + lengthMs, 0)
  const unequal = equalsAmong(workers).map((equals) => {
    const given = equals.map((worker) => worker.given)
    return Math.max(...given) / Math.min(...given)
  })
  return {
    ...counts,
    slots,
    traffic: lengths / (coming.at(-1)?.at ?? 0),
    meanWait: waits.reduce((sum, wait) => sum + wait, 0) / lengths,
    waited: waits.filter((wait) => wait > 0).length,
    unlikePlainQueue: waits.filter((wait, index) => Math.abs(wait - (plain[index] ?? 0)) > ROUNDING_MS).length,
    mostUnequal: Math.max(...unequal),
  }
}
