import { conversationId } from '@portico/protocol/ids'
import { parse } from '@portico/protocol/schema'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Estimate, estimate, estimateInParts, placeOf, type Queue } from './estimate.ts'
import { evenlyServed, seeded } from './testing-queue.ts'

const minute = 60_000

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
  const queue: Queue = { slots: 2, lastedMs: [0, minute], waiting: 3, servedMs, staffing: [] }
  const firstOf = (more: Partial<Queue>, place = 1): { fromMs: number; toMs: number } => {
    const one: Estimate | undefined = estimate({ ...queue, slots: 1, waiting: 1, ...more }, seeded(1))[place - 1]
    return one?.state === 'estimated' ? one : { fromMs: Number.NaN, toMs: Number.NaN }
  }
  const told = (more: Partial<Queue>) => estimate({ ...queue, ...more }, seeded(1)).map(({ state, place }) => `${place} ${state}`)

  test.each<[string, Partial<Queue>, string[]]>([
    ['a place and an interval each', {}, ['1 estimated', '2 estimated', '3 estimated']],
    ['nothing, where nobody waits', { waiting: 0 }, []],
    ['that nobody is there', { slots: 0, waiting: 1 }, ['1 nobody-there']],
    ['that nobody is there, before all else', { slots: 0, servedMs: [], waiting: 1 }, ['1 nobody-there']],
    ['that there is not enough data, without any', { servedMs: [], waiting: 1 }, ['1 not-enough-data']],
    ['that there is not enough data, with 19', { servedMs: servedMs.slice(-19), waiting: 1 }, ['1 not-enough-data']],
    ['an interval, from 20 on', { servedMs: servedMs.map(() => 10 * minute).slice(-20), waiting: 1 }, ['1 estimated']],
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
    const alike: Queue = {
      slots: 1,
      lastedMs: [9_000, 8_000, 7_000],
      waiting: 2,
      servedMs: Array.from({ length: 20 }, () => 10_000),
      staffing: [],
    }
    expect(estimate(alike, seeded(1))).toEqual([
      { state: 'estimated', place: 1, fromMs: 3_000, toMs: 3_000 },
      { state: 'estimated', place: 2, fromMs: 13_000, toMs: 13_000 },
    ])
  })

  test('[RT16] conversations that have lasted long end sooner, as the past shows', () => {
    const short = Array.from({ length: 30 }, (_, index) => (1 + (index % 3)) * minute)
    const first = (lastedMs: number) => firstOf({ slots: 1, lastedMs: [lastedMs], waiting: 1, servedMs: short })
    expect(first(0).fromMs).toBeGreaterThan(0.5 * minute)
    expect(first(0).toMs).toBeGreaterThan(2.5 * minute)
    expect(first(2 * minute).toMs).toBeLessThan(2 * minute)
  })

  test('[RT31] a conversation that has outlasted all recent ones is taken for a new one', () => {
    const alike = Array.from({ length: 20 }, () => 10_000)
    expect(firstOf({ lastedMs: [99_000], servedMs: alike })).toMatchObject({ fromMs: 10_000, toMs: 10_000 })
  })

  test('[RT30] of lengths that drift the newest say how long the next will take', () => {
    const drifting = Array.from({ length: 200 }, (_, index) => minute * 1.01 ** -index * (0.9 + 0.2 * ((index * 7) % 10) * 0.1))
    const mixed = drifting.map((_, index) => drifting[(index * 67) % 200] ?? 0)
    const [drifted, steady] = [drifting, mixed].map((servedMs) => firstOf({ lastedMs: [0], servedMs }))
    expect(drifted?.fromMs).toBeGreaterThan(0.6 * minute)
    expect(steady?.fromMs).toBeLessThan(0.3 * minute)
  })

  test('[RT32] where the staffing changes all the time it may change again, the more the wider', () => {
    const alike = Array.from({ length: 20 }, () => 10 * minute)
    const each20 = (slots: number[]) => slots.map((each, index) => ({ agoMs: (index + 1) * 20 * minute, slots: each }))
    const wait = (staffing: Required<Queue>['staffing']) =>
      firstOf({ slots: 4, lastedMs: [1, 2, 3, 4], waiting: 20, servedMs: alike, staffing }, 20)
    const [steady, changing] = [wait(each20([4, 4, 4, 4, 4])), wait(each20([4, 1, 8, 1, 9, 4, 8, 1, 9, 1, 4, 1, 8]))]
    expect(steady.toMs).toBe(steady.fromMs)
    expect(changing.toMs - changing.fromMs).toBeGreaterThan(15 * minute)
    expect(wait([])).toEqual(steady)
  })

  test('[RT33] an interval that says nothing is not told', () => {
    const wild = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 1000 : 40 * 60 * minute))
    expect(told({ slots: 1, lastedMs: [0], waiting: 1, servedMs: wild })).toEqual(['1 too-uncertain'])
  })

  test('[RT34] what it costs grows with those waiting, no faster, and comes in parts that others may come between', async () => {
    const counted = async (waiting: number) => {
      const random = seeded(1)
      const parts = [0]
      const draw = () => {
        parts.push((parts.pop() ?? 0) + 1)
        return random()
      }
      const lastedMs = Array.from({ length: 50 }, (_, index) => index * 10_000)
      await estimateInParts({ ...queue, slots: 50, lastedMs, waiting }, draw, async () => void parts.push(0))
      return parts
    }
    const cost = async (waiting: number) => (await counted(waiting)).reduce((sum, part) => sum + part, 0)
    const [none, half, full] = [await cost(0), await cost(100), await cost(200)]
    expect(full - half).toBeLessThan(1.1 * (half - none))
    const parts = await counted(200)
    expect(parts).toHaveLength(49)
    expect(Math.max(...parts)).toBeLessThan(full / 30)
  })

  test('[RT34] in parts it says the same', async () => {
    expect(await estimateInParts(queue, seeded(5), async () => {})).toEqual(estimate(queue, seeded(5)))
  })

  test('[RT17] only the newest 200 conversations count', () => {
    const newest = Array.from({ length: 200 }, () => 10_000)
    const first = (servedMs: number[]) => firstOf({ lastedMs: [0], servedMs })
    expect(first([...newest, ...newest.map(() => 99_000)])).toEqual(first(newest))
    expect(first(newest.map((ms, index) => (index % 3 === 0 ? 99_000 : ms)))).not.toEqual(first(newest))
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
      staffing: fc.constant([]),
    })
    fc.assert(
      fc.property(queues, fc.nat(), (queue, seed) => {
        const all = estimate(queue, seeded(seed))
        expect(all.map(({ place }) => place)).toEqual(Array.from({ length: queue.waiting }, (_, index) => index + 1))
        const waits = all.filter((one) => one.state === 'estimated')
        for (const [index, { fromMs, toMs }] of waits.entries()) {
          expect(fromMs).toBeGreaterThanOrEqual(waits[index - 1]?.fromMs ?? 0)
          expect(toMs).toBeGreaterThanOrEqual(Math.max(fromMs, waits[index - 1]?.toMs ?? 0))
        }
      }),
      { numRuns: 40 },
    )
  })
})
