import type { ConversationId } from '@portico/protocol/ids'
import { drawPast, weigh } from './draw-past.ts'
import { drawWaits } from './draw-waits.ts'
import { drawStaffing } from './draw-staffing.ts'

/** A queue whose first is served as soon as an operator has room. All times in milliseconds. */
export type Queue = {
  /** How many conversations the operators who are there can hold at once, all together. */
  slots: number
  /** For how long each conversation that is being held has lasted. */
  lastedMs: readonly number[]
  waiting: number
  /** How long recent conversations took, newest first. */
  servedMs: readonly number[]
  /** How many slots there were, and since when, newest first, where it is known; the first is what there is now. */
  staffing?: readonly { agoMs: number; slots: number }[]
}

/** What a waiting visitor is told. The place of the one who is next is 1. */
export type Estimate =
  | { state: 'estimated'; place: number; fromMs: number; toMs: number }
  | { state: 'not-enough-data'; place: number }
  | { state: 'too-far'; place: number }
  | { state: 'too-uncertain'; place: number }
  | { state: 'nobody-there'; place: number }

/** Four of five waits end inside the interval. */
const COVERAGE = 0.8

/** What few recent conversations do not show is made up for by a wider interval; measured, the tests repeat it. */
const WIDENING = 3
const SERVED_MIN = 20
const SERVED_MAX = 200
const PLACES_MAX = 200
const PASTS = 40
const FUTURES_EACH = 6
const PLACES_AT_ONCE = 25

/** "Between one minute and half an hour" helps nobody. */
const WIDEST = 20
const SHORT_MS = 60_000

/** One estimate for each waiting place, the first place first. */
export function estimate(queue: Queue, random: () => number): readonly Estimate[] {
  const parts = estimating(queue, random)
  let part = parts.next()
  while (!part.done) part = parts.next()
  return part.value
}

/** The same where others want their turn: it pauses after each part, of which none takes much longer than a millisecond. */
export async function estimateInParts(
  queue: Queue,
  random: () => number,
  pause: () => Promise<void>,
): Promise<readonly Estimate[]> {
  const parts = estimating(queue, random)
  let part = parts.next()
  while (!part.done) {
    await pause()
    part = parts.next()
  }
  return part.value
}

function* estimating(queue: Queue, random: () => number): Generator<void, readonly Estimate[]> {
  const places = Array.from({ length: queue.waiting }, (_, index) => index + 1)
  if (queue.slots === 0) return places.map((place) => ({ state: 'nobody-there', place }))
  if (queue.servedMs.length < SERVED_MIN) return places.map((place) => ({ state: 'not-enough-data', place }))
  const servedMs = queue.servedMs.slice(0, SERVED_MAX)
  const recent = weigh(servedMs)
  const waits = Array.from({ length: Math.min(queue.waiting, PLACES_MAX) }, () => new Float64Array(PASTS * FUTURES_EACH))
  // From the beginning of what ended last to the middle of what is to come.
  const ahead = 2 * queue.slots + waits.length / 2
  for (let past = 0; past < PASTS; past++) {
    drawInto(waits, past * FUTURES_EACH, { queue, past: drawPast(recent, ahead, random), random })
    yield
  }
  const share = COVERAGE + ((1 - COVERAGE) * WIDENING) / servedMs.length
  const told: Estimate[] = []
  for (const place of places) {
    told.push(toldOf(place, waits[place - 1]?.sort(), share))
    if (place % PLACES_AT_ONCE === 0) yield
  }
  return told
}

function drawInto(
  waits: readonly Float64Array[],
  from: number,
  { queue, past, random }: { queue: Queue; past: Float64Array; random: () => number },
): void {
  for (let future = from; future < from + FUTURES_EACH; future++) {
    const drawn = drawWaits({ ...queue, waiting: waits.length, staffing: drawStaffing(queue, random), past }, random)
    for (const [place, wait] of drawn.entries()) waits[place]?.fill(wait, future, future + 1)
  }
}

function toldOf(place: number, waits: Float64Array | undefined, share: number): Estimate {
  if (!waits) return { state: 'too-far', place }
  const [fromMs, toMs] = [quantile(waits, (1 - share) / 2), quantile(waits, (1 + share) / 2)]
  return toMs > WIDEST * Math.max(fromMs, SHORT_MS)
    ? { state: 'too-uncertain', place }
    : { state: 'estimated', place, fromMs, toMs }
}

/** The place of a conversation among those that wait: who came earlier is ahead, and of two at once the one given first. */
export function placeOf(
  conversation: ConversationId,
  queue: readonly { conversation: ConversationId; queuedAt: number }[],
): number | undefined {
  const index = queue
    .toSorted((one, other) => one.queuedAt - other.queuedAt)
    .findIndex((one) => one.conversation === conversation)
  return index < 0 ? undefined : index + 1
}

const quantile = (sorted: Float64Array, share: number) => sorted[Math.floor(share * sorted.length)] ?? 0
