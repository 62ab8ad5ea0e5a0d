import type { ConversationId } from '@portico/protocol/ids'
import { drawWaits, type Queue } from './draw-waits.ts'

/** What a waiting visitor is told. The place of the one who is next is 1. */
export type Estimate =
  | { state: 'estimated'; place: number; fromMs: number; toMs: number }
  | { state: 'not-enough-data'; place: number }
  | { state: 'too-far'; place: number }
  | { state: 'nobody-there'; place: number }

/** Four of five waits end inside the interval. */
const COVERAGE = 0.8

/** What few recent conversations do not show is made up for by a wider interval; measured, the tests repeat it. */
const WIDENING = 10
const SERVED_MIN = 20
const SERVED_MAX = 200
const PLACES_MAX = 200
const PASTS = 40
const FUTURES_EACH = 10

/** One estimate for each waiting place, the first place first; `servedMs` is how long recent conversations took, newest first. */
export function estimate(queue: Queue & { servedMs: readonly number[] }, random: () => number): readonly Estimate[] {
  const places = Array.from({ length: queue.waiting }, (_, index) => index + 1)
  if (queue.slots === 0) return places.map((place) => ({ state: 'nobody-there', place }))
  if (queue.servedMs.length < SERVED_MIN) return places.map((place) => ({ state: 'not-enough-data', place }))
  const served = new Float64Array(queue.servedMs.slice(0, SERVED_MAX))
  const futures = drawFutures({ ...queue, waiting: Math.min(queue.waiting, PLACES_MAX) }, served, random)
  const share = COVERAGE + ((1 - COVERAGE) * WIDENING) / served.length
  return places.map((place) => {
    if (place > PLACES_MAX) return { state: 'too-far', place }
    const waits = new Float64Array(futures.map((future) => future[place - 1] ?? 0)).sort()
    return { state: 'estimated', place, fromMs: quantile(waits, (1 - share) / 2), toMs: quantile(waits, (1 + share) / 2) }
  })
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

/**
 * Each past is drawn anew from what was served (Efron's bootstrap, Annals of Statistics 7, 1979), so that few recent
 * conversations make a wide spread.
 */
function drawFutures(queue: Queue, served: Float64Array, random: () => number): readonly (readonly number[])[] {
  return Array.from({ length: PASTS }, () => served.map(() => served[Math.floor(random() * served.length)] ?? 0).sort()).flatMap(
    (past) => Array.from({ length: FUTURES_EACH }, () => drawWaits({ ...queue, past }, random)),
  )
}
