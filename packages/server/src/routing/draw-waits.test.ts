import { expect, test } from 'vitest'
import { drawWaits } from './draw-waits.ts'
import { estimate } from './estimate.ts'
import { evenlyServed, exponential, MEAN_MS, seeded, simulate } from './testing-queue.ts'

const [slots, load, minute] = [4, 0.9, 60_000]

test('[RT19] the wait of place k is that of the k-th departure: Erlang’s law of order k', () => {
  const queue = { slots, lastedMs: [1, 2, 3, 4], waiting: 10, servedMs: evenlyServed(minute), staffing: [] }
  const tails = estimate(queue, seeded(2)).map((one) =>
    one.state === 'estimated'
      ? [erlang(one.place, (one.fromMs * slots) / minute), erlang(one.place, (one.toMs * slots) / minute)]
      : [],
  )
  expect(tails.flat()).toHaveLength(20)
  for (const [below, upTo] of tails) {
    expect(below).toBeGreaterThan(0.03)
    expect(below).toBeLessThan(0.14)
    expect(upTo).toBeGreaterThan(0.84)
    expect(upTo).toBeLessThan(0.97)
  }
})

test('[RT19] over all places the waits are those of Erlang C', () => {
  const random = seeded(3)
  const past = new Float64Array(evenlyServed(1)).sort()
  const queue = { staffing: [{ fromMs: 0, slots }], lastedMs: [1, 2, 3, 4], waiting: 80, past }
  const futures = Array.from({ length: 1_500 }, () => [...drawWaits(queue, random)])
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
  const world = { lengthOf: exponential, slotsAt: () => slots, changesEvery: Infinity, rate: slots * load }
  const waited = simulate({ ...world, arrivals: 100_000, every: 1, recent: 0, seed: 4 }).map((one) => one.waited / MEAN_MS)
  expect(Math.abs(waited.length / 99_700 - erlangC(slots, slots * load))).toBeLessThan(0.02)
  const meanWait = waited.reduce((sum, wait) => sum + wait, 0) / waited.length
  expect(Math.abs(meanWait * slots * (1 - load) - 1)).toBeLessThan(0.1)
})

test('[RT31] where lengths are skewed, what has outlasted them all goes on for long', () => {
  const past = new Float64Array(evenlyServed(1)).sort().map((length) => Math.exp(2 * Math.log(1 + length)))
  const random = seeded(5)
  const rests = Array.from({ length: 400 }, () => {
    return drawWaits({ staffing: [{ fromMs: 0, slots: 1 }], lastedMs: [1000], waiting: 1, past }, random)[0] ?? 0
  })
  expect(rests.filter((rest) => rest > 100).length).toBeGreaterThan(200)
})

const past = new Float64Array(200).fill(10)
test.each<[string, Parameters<typeof drawWaits>[0], number[]]>([
  [
    'more slots later serve more',
    {
      staffing: [
        { fromMs: 0, slots: 1 },
        { fromMs: 4, slots: 3 },
      ],
      lastedMs: [0],
      waiting: 3,
      past,
    },
    [4, 4, 10],
  ],
  [
    'fewer slots later serve nobody anew',
    {
      staffing: [
        { fromMs: 0, slots: 2 },
        { fromMs: 5, slots: 1 },
      ],
      lastedMs: [0, 0],
      waiting: 2,
      past,
    },
    [10, 20],
  ],
  [
    'nobody for a while',
    {
      staffing: [
        { fromMs: 0, slots: 0 },
        { fromMs: 30, slots: 1 },
      ],
      lastedMs: [],
      waiting: 2,
      past,
    },
    [30, 40],
  ],
  ['nobody for good', { staffing: [{ fromMs: 0, slots: 0 }], lastedMs: [], waiting: 1, past }, [Infinity]],
  [
    'a slot that comes and goes before anybody ends',
    {
      staffing: [
        { fromMs: 0, slots: 1 },
        { fromMs: 2, slots: 2 },
        { fromMs: 3, slots: 1 },
      ],
      lastedMs: [0],
      waiting: 2,
      past,
    },
    [2, 12],
  ],
])('[RT32] staffing that changes: %s', (_name, queue, waits) => {
  expect([...drawWaits(queue, seeded(1))]).toEqual(waits)
})

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
