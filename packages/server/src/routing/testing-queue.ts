import type { Queue } from './estimate.ts'

/** Mulberry32: the same numbers in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Law = (random: () => number, at: number) => number

export const exponential: Law = (random) => -Math.log(1 - random())
export const even: Law = (random) => 0.5 + random()

/** The mean is 1, however skewed. */
export const logNormal =
  (sigma: number): Law =>
  (random) =>
    Math.exp(sigma * normal(random) - sigma ** 2 / 2)

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** 200 conversations whose lengths follow the exponential law with this mean as evenly as 200 can, in no order. */
export function evenlyServed(meanMs: number): number[] {
  const random = seeded(1)
  const lengths = Array.from({ length: 200 }, (_, index) => ({ by: random(), ms: -Math.log(1 - (index + 0.5) / 200) * meanMs }))
  return lengths.toSorted((one, other) => one.by - other.by).map(({ ms }) => ms)
}

/** What one visitor who had to wait met, and how long he waited. */
export type Waited = { place: number; waited: number; queue: Queue }

/** Of a conversation. */
export const MEAN_MS = 600_000

export type Setting = {
  lengthOf: Law
  /** Slots at an instant; they change on whole multiples of `changesEvery` only. */
  slotsAt: (at: number) => number
  changesEvery: number
  /** Arrivals in one unit of time. */
  rate: number
  arrivals: number
  /** Of those who wait, every so manieth is looked at. */
  every: number
  /** How much of the past is known. */
  recent: number
  seed: number
}

/** First come, first served; who leaves the desk ends what he holds. Times in units of a mean length. */
export function simulate(world: Setting): readonly Waited[] {
  const random = seeded(world.seed)
  const waited: Waited[] = []
  const queue: { at: number; seen?: { place: number; queue: Queue } }[] = []
  const held: { at: number; until: number }[] = []
  const served: number[] = []
  let [now, arrival, come] = [0, 0, 0]

  const next = () =>
    Math.min(arrival, held[0]?.until ?? Infinity, (Math.floor(now / world.changesEvery) + 1) * world.changesEvery)
  const seat = () => {
    while (queue.length > 0 && held.length < world.slotsAt(now)) {
      const { at, seen } = queue.shift() ?? { at: now }
      if (seen) waited.push({ ...seen, waited: (now - at) * MEAN_MS })
      const until = now + world.lengthOf(random, now)
      const after = held.findIndex((each) => each.until > until)
      held.splice(after < 0 ? held.length : after, 0, { at: now, until })
    }
  }
  while (come < world.arrivals) {
    now = next()
    while (held[0] && held[0].until <= now) {
      const { at, until } = held.shift() ?? { at: now, until: now }
      served.unshift(until - at)
      if (served.length > 400) served.length = 300
    }
    if (arrival <= now) {
      come++
      arrival = now - Math.log(1 - random()) / world.rate
      queue.push({ at: now })
      seat()
      if (queue.length > 0 && come > 300 && come % world.every === 0) {
        const seen = { place: queue.length, queue: snapshot() }
        const last = queue.at(-1)
        if (last) last.seen = seen
      }
    }
    seat()
  }
  return waited

  function snapshot(): Queue {
    const step = world.changesEvery
    const begun = Math.floor(now / step) * step
    const staffing = Array.from({ length: 24 }, (_, index) => ({
      agoMs: (now - begun + index * step) * MEAN_MS,
      slots: world.slotsAt(begun - index * step),
    }))
    return {
      slots: world.slotsAt(now),
      lastedMs: held.map(({ at }) => (now - at) * MEAN_MS),
      waiting: queue.length,
      servedMs: served.slice(0, world.recent).map((length) => length * MEAN_MS),
      staffing: Number.isFinite(step) ? staffing.filter(({ agoMs }) => agoMs <= now * MEAN_MS) : [],
    }
  }
}
