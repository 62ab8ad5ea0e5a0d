import { conversationId } from '@portico/protocol/ids'
import { parse } from '@portico/protocol/schema'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawWaits, type Queue } from './draw-waits.ts'
import { estimate, placeOf } from './estimate.ts'

type Served = Queue & { servedMs: readonly number[] }

const minute = 60_000

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const exponential = (random: () => number) => -Math.log(1 - random())
const normal = (random: () => number) => Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random())

/** 200 conversations whose lengths follow the exponential law with this mean as evenly as 200 can. */
const evenlyServed = (meanMs: number) => Array.from({ length: 200 }, (_, index) => -Math.log(1 - (index + 0.5) / 200) * meanMs)

describe('the place', () => {
  const id = (name: string) => parse(conversationId, name)
  const queue = [
    { conversation: id('victor'), queuedAt: 200 },
    { conversation: id('vera'), queuedAt: 100 },
    { conversation: id('carla'), queuedAt: 200 },
  ]

  test.each([
    ['vera', 1],
    ['victor', 2],
    ['carla', 3],
    ['olaf', undefined],
  ])('[RT13] %s waits at place %j', (name, place) => {
    expect(placeOf(id(name), queue)).toBe(place)
  })

  test('[RT13] in an empty queue nobody waits', () => {
    expect(placeOf(id('vera'), [])).toBeUndefined()
  })
})

describe('what a visitor is told', () => {
  const servedMs = evenlyServed(10 * minute)
  const queue: Served = { slots: 2, lastedMs: [0, minute], waiting: 3, servedMs }
  const told = (more: Partial<Served>) =>
    estimate({ ...queue, ...more }, seeded(1)).map(({ state, place }) => `${place} ${state}`)

  test.each<[string, Partial<Served>, string[]]>([
    ['a place and an interval each', {}, ['1 estimated', '2 estimated', '3 estimated']],
    ['nothing, where nobody waits', { waiting: 0 }, []],
    ['that nobody is there', { slots: 0, waiting: 1 }, ['1 nobody-there']],
    ['that nobody is there, before all else', { slots: 0, servedMs: [], waiting: 1 }, ['1 nobody-there']],
    ['that there is not enough data, without any', { servedMs: [], waiting: 1 }, ['1 not-enough-data']],
    ['that there is not enough data, with 19', { servedMs: servedMs.slice(-19), waiting: 1 }, ['1 not-enough-data']],
    ['an interval, from 20 on', { servedMs: servedMs.slice(-20), waiting: 1 }, ['1 estimated']],
  ])('[RT14][RT15] %s', (_name, more, states) => {
    expect(told(more)).toEqual(states)
  })

  test('[RT14] place 200 has an interval, place 201 is too far', () => {
    expect(told({ waiting: 201 }).slice(-2)).toEqual(['200 estimated', '201 too-far'])
  })

  test('[RT16] where there is room already the first is served at once', () => {
    expect(estimate({ ...queue, slots: 4 }, seeded(1))).toEqual([
      { state: 'estimated', place: 1, fromMs: 0, toMs: 0 },
      { state: 'estimated', place: 2, fromMs: 0, toMs: 0 },
      { state: 'estimated', place: 3, fromMs: expect.any(Number), toMs: expect.any(Number) },
    ])
  })

  test('[RT16] operators who hold more than they have room for first come down to it', () => {
    const alike: Served = {
      slots: 1,
      lastedMs: [9_000, 8_000, 7_000],
      waiting: 2,
      servedMs: Array.from({ length: 20 }, () => 10_000),
    }
    expect(estimate(alike, seeded(1))).toEqual([
      { state: 'estimated', place: 1, fromMs: 3_000, toMs: 3_000 },
      { state: 'estimated', place: 2, fromMs: 13_000, toMs: 13_000 },
    ])
  })

  test('[RT16] conversations that have lasted long end sooner, as the past shows', () => {
    const short = [1, 2, 3].flatMap((of) => Array.from({ length: 10 }, () => of * minute))
    const first = (lastedMs: number) => estimate({ slots: 1, lastedMs: [lastedMs], waiting: 1, servedMs: short }, seeded(1))[0]
    expect(first(0)).toMatchObject({ fromMs: minute, toMs: 3 * minute })
    expect(first(2 * minute)).toMatchObject({ fromMs: minute, toMs: minute })
  })

  test('[RT16] a conversation that has outlasted all recent ones is taken for a new one', () => {
    const alike = Array.from({ length: 20 }, () => 10_000)
    expect(estimate({ slots: 1, lastedMs: [99_000], waiting: 1, servedMs: alike }, seeded(1))).toMatchObject([{ fromMs: 10_000 }])
  })

  test('[RT17] only the newest 200 conversations count', () => {
    const newest = Array.from({ length: 200 }, () => 10_000)
    const first = (servedMs: number[]) => estimate({ slots: 1, lastedMs: [0], waiting: 1, servedMs }, seeded(1))
    expect(first([...newest, ...newest.map(() => 99_000)])).toEqual(first(newest))
    expect(first([...newest.slice(100), ...newest.map(() => 99_000)])).not.toEqual(first(newest))
  })

  test('[RT18] the same queue and the same draws give the same answer', () => {
    expect(estimate(queue, seeded(5))).toEqual(estimate(queue, seeded(5)))
    expect(estimate(queue, seeded(5))).not.toEqual(estimate(queue, seeded(6)))
  })

  test('[RT16] who is behind never waits less, and an interval never ends before it begins', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 20, maxLength: 30 })
    const queues = fc.record({
      slots: fc.integer({ min: 1, max: 5 }),
      lastedMs: fc.array(fc.nat(1_000_000), { maxLength: 8 }),
      waiting: fc.integer({ min: 1, max: 6 }),
      servedMs: lengths,
    })
    fc.assert(
      fc.property(queues, fc.nat(), (queue, seed) => {
        const waits = estimate(queue, seeded(seed)).map((one) => (one.state === 'estimated' ? one : { fromMs: -1, toMs: -2 }))
        expect(waits).toHaveLength(queue.waiting)
        for (const [index, { fromMs, toMs }] of waits.entries()) {
          expect(fromMs).toBeGreaterThanOrEqual(waits[index - 1]?.fromMs ?? 0)
          expect(toMs).toBeGreaterThanOrEqual(Math.max(fromMs, waits[index - 1]?.toMs ?? 0))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('where arrivals and lengths are exponential', () => {
  const [slots, load] = [4, 0.9]

  test('[RT19] the wait of place k is that of the k-th departure: Erlang’s law of order k', () => {
    const waits = estimate({ slots, lastedMs: [1, 2, 3, 4], waiting: 10, servedMs: evenlyServed(minute) }, seeded(2))
    const tails = waits.map((one) =>
      one.state === 'estimated'
        ? [erlang(one.place, (one.fromMs * slots) / minute), erlang(one.place, (one.toMs * slots) / minute)]
        : [],
    )
    for (const [below, upTo] of tails) {
      expect(below).toBeGreaterThan(0.05)
      expect(below).toBeLessThan(0.14)
      expect(upTo).toBeGreaterThan(0.86)
      expect(upTo).toBeLessThan(0.95)
    }
  })

  test('[RT19] over all places the waits are those of Erlang C', () => {
    const random = seeded(3)
    const queue = { slots, lastedMs: [1, 2, 3, 4], waiting: 80, past: new Float64Array(evenlyServed(1)) }
    const futures = Array.from({ length: 1_500 }, () => drawWaits(queue, random))
    // Who must wait meets k - 1 before him with probability (1 - load) load^(k - 1).
    const share = (counts: (wait: number) => number) =>
      futures
        .flatMap((future) => future.map((wait, ahead) => (1 - load) * load ** ahead * counts(wait)))
        .reduce((sum, one) => sum + one / futures.length, 0)
    expect(Math.abs(share((wait) => wait) * slots * (1 - load) - 1)).toBeLessThan(0.05)
    for (const longer of [0.5, 1, 2, 4]) {
      expect(Math.abs(share((wait) => Number(wait > longer)) - Math.exp(-slots * (1 - load) * longer))).toBeLessThan(0.03)
    }
  })

  test('[RT20] the simulated queue the intervals are tried on waits as Erlang C says', () => {
    const waits = simulate({ slots, load, arrivals: 100_000, lengthOf: exponential, seed: 4 }).map(({ waited }) => waited)
    const waited = waits.filter((wait) => wait > 0)
    expect(Math.abs(waited.length / waits.length - erlangC(slots, slots * load))).toBeLessThan(0.02)
    const meanWait = waited.reduce((sum, wait) => sum + wait, 0) / waited.length
    expect(Math.abs(meanWait * slots * (1 - load) - 1)).toBeLessThan(0.1)
  })
})

test('[RT20] on simulated queues four of five waits end inside the interval, whatever the law of lengths', () => {
  const laws = {
    exponential,
    even: (random: () => number) => 0.5 + random(),
    longTailed: (random: () => number) => Math.exp(0.9 * normal(random)),
  }
  const tried = Object.values(laws).map((lengthOf) => [30, 60].flatMap((recent) => tryIntervals(lengthOf, recent)))
  const inside = (tries: readonly boolean[]) => tries.filter(Boolean).length / tries.length
  expect(tried.flat().length).toBeGreaterThan(300)
  expect(inside(tried.flat())).toBeGreaterThan(0.76)
  expect(inside(tried.flat())).toBeLessThan(0.87)
  for (const tries of tried) {
    expect(inside(tries)).toBeGreaterThan(0.7)
    expect(inside(tries)).toBeLessThan(0.92)
  }
})

/** For every thirtieth arrival that has to wait: whether the wait ended inside the interval told at its beginning. */
function tryIntervals(lengthOf: (random: () => number) => number, recent: number): readonly boolean[] {
  const random = seeded(recent)
  return simulate({ slots: 4, load: 0.9, arrivals: 3_000, lengthOf, seed: recent })
    .filter(({ waited }, index) => waited > 0 && index > 150 && index % 30 === 0)
    .map(({ waited, queue }) => {
      const now = queue()
      const told = estimate({ ...now, servedMs: now.servedMs.slice(0, recent) }, random).at(-1)
      return told?.state === 'estimated' && told.fromMs <= waited && waited <= told.toMs
    })
}

type Simulation = { slots: number; load: number; arrivals: number; lengthOf: (random: () => number) => number; seed: number }

/** First come, first served. The rate of arrivals follows from the mean of the law of lengths. */
function simulate({ slots, load, arrivals, lengthOf, seed }: Simulation): readonly { waited: number; queue: () => Served }[] {
  const random = seeded(seed)
  const mean = Array.from({ length: 20_000 }, () => lengthOf(random)).reduce((sum, one) => sum + one / 20_000, 0)
  const freeAt = Array.from({ length: slots }, () => 0)
  const begun: { at: number; length: number }[] = []
  let now = 0
  return Array.from({ length: arrivals }, (_, index) => {
    now += (exponential(random) * mean) / (slots * load)
    const arrivedAt = now
    const soonest = freeAt.indexOf(Math.min(...freeAt))
    const at = Math.max(now, freeAt[soonest] ?? 0)
    const length = lengthOf(random)
    freeAt[soonest] = at + length
    begun.push({ at, length })
    return { waited: at - now, queue: () => queueAt(arrivedAt, slots, begun.slice(Math.max(0, index - 150), index)) }
  })
}

function queueAt(now: number, slots: number, recent: readonly { at: number; length: number }[]): Served {
  const ended = recent.filter(({ at, length }) => at + length <= now)
  return {
    slots,
    lastedMs: recent.filter(({ at, length }) => at <= now && at + length > now).map(({ at }) => now - at),
    waiting: recent.filter(({ at }) => at > now).length + 1,
    servedMs: ended.toSorted((one, other) => other.at + other.length - one.at - one.length).map(({ length }) => length),
  }
}

/** The chance that the k-th of exponential departures at rate 1 is past; A. K. Erlang 1917. */
function erlang(k: number, time: number): number {
  let [term, sum] = [1, 0]
  for (let index = 0; index < k; index++) {
    sum += term
    term *= time / (index + 1)
  }
  return 1 - Math.exp(-time) * sum
}

/** The chance of having to wait with so many slots and so much offered traffic (arrivals × mean length); Erlang 1917. */
function erlangC(slots: number, traffic: number): number {
  let [term, sum] = [1, 0]
  for (let index = 0; index < slots; index++) {
    sum += term
    term *= traffic / (index + 1)
  }
  const waiting = (term * slots) / (slots - traffic)
  return waiting / (sum + waiting)
}
