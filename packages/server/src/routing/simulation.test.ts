import { beforeAll, describe, expect, test } from 'vitest'
import { erlangWait } from '../../../../bench/routing/erlang-c.ts'
import { plainQueue } from '../../../../bench/routing/plain-queue.ts'
import { type Desk, simulateDesk } from '../../../../bench/routing/simulate-desk.ts'

const CONVERSATIONS = 20_000

describe('a desk of 50 operators at nine tenths of what it can hold', () => {
  let desk: Desk

  beforeAll(async () => {
    const options = { seed: 1, number: 0, operators: 50, limit: 2, load: 0.9, conversations: CONVERSATIONS }
    desk = await simulateDesk({ ...options, toldOneOf: 20, progress: () => {} })
  })

  test('[RT202] nobody holds more than his limit, and nobody waits while somebody has room', () => {
    expect(desk).toMatchObject({ overLimit: 0, waitedBesideRoom: 0 })
    expect(desk.waited).toBeGreaterThan(CONVERSATIONS / 20)
  })

  test('[RT203] every wait is that of one queue before all operators: who came first is served first, as soon as anybody has room', () => {
    expect(desk.unlikePlainQueue).toBe(0)
  })

  test('[RT204] equals get equally much', () => {
    expect(desk.mostUnequal).toBeGreaterThan(1)
    expect(desk.mostUnequal).toBeLessThan(1.3)
  })

  test('[RT205] the wait ends inside the interval told at its beginning about four times in five', () => {
    expect(desk.told).toBeGreaterThan(100)
    expect(desk.inside / desk.told).toBeGreaterThan(0.68)
    expect(desk.inside / desk.told).toBeLessThan(0.95)
  })
})

// Erlang C tables: the chance of having to wait, over the slots left idle on average.
test.each([
  [1, 0.5, 0.5 / 0.5],
  [2, 1, 0.3333 / 1],
  [10, 8, 0.4092 / 2],
  [100, 90, 0.2168 / 10],
])('[RT203] the mean wait of %i slots at a traffic of %f is Erlang C', (slots, traffic, wait) => {
  expect(erlangWait(slots, traffic)).toBeCloseTo(wait, 3)
})

test('[RT203] the queue that desks are compared with serves whoever came first by whoever is free first', () => {
  const visits = [
    { at: 0, lengthMs: 10 },
    { at: 1, lengthMs: 4 },
    { at: 2, lengthMs: 1 },
    { at: 3, lengthMs: 9 },
    { at: 30, lengthMs: 1 },
  ]
  expect([...plainQueue(visits, 2)]).toEqual([0, 0, 3, 3, 0])
})
