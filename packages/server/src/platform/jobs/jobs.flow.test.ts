import { onEachDatabase } from '@portico/testkit/databases'
import type { TestDatabase } from '@portico/testkit/test-database'
import { openToyRoad, type ToyRoad } from '@portico/testkit/toy-road'
import { answersOf, TOY_NAME, toys, type ToyCommand } from '@portico/testkit/toys'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PARKED_KEPT_MS } from './ends.ts'
import { TRIES_MAX } from './job.ts'

const T = Date.UTC(2026, 10, 20, 9)
const DAY_MS = 24 * 60 * 60 * 1000

onEachDatabase((create) => {
  let database: TestDatabase
  let toy: ToyRoad
  const run = (command: ToyCommand, at = T) => toy.run(command, at)
  const jobs = () => toy.db.selectFrom('job').selectAll().orderBy('id').execute()
  const lines = () => toy.db.selectFrom('job_line').selectAll().execute()
  const names = (count: number, of: string) => Array.from({ length: count }, (_, i) => `${of}${i}`)

  beforeEach(async () => {
    database = await create()
    toy = await openToyRoad(database, { capabilities: [toys] })
  })
  afterEach(async () => {
    await toy.close()
    await database.drop()
  })

  test('[JB3] a reaction is done once, and nothing of it is left', async () => {
    await run({ type: 'toy.begin', toys: ['bear', 'doll'], n: 1 })
    await toy.road.tick(T)
    expect(await answersOf(toy.db)).toEqual([
      { toy: 'bear', n: 1 },
      { toy: 'doll', n: 1 },
    ])
    expect(await jobs()).toEqual([])
    expect(await lines()).toEqual([])
    expect(toy.faults).toEqual([])
  })

  test('[JB4] a row holds the ids that its reaction asked for, and no text of the event', async () => {
    await run({ type: 'toy.begin', toys: ['bad'], n: 1 })
    await toy.road.tick(T)
    const [kept] = await jobs()
    expect(JSON.parse(kept?.body ?? '')).toEqual({ toy: 'bad', n: 1 })
    expect(JSON.stringify([kept, await lines()])).not.toContain(TOY_NAME)
  })

  test('[JB5] 100 lines that wait for their next try are before 1,000 ready ones, and none of these is later for it', async () => {
    await run({ type: 'toy.begin', toys: names(100, 'bad'), n: 1 })
    await toy.road.tick(T)
    expect(toy.faults).toHaveLength(100)
    await run({ type: 'toy.begin', toys: names(1000, 'bear'), n: 1 })
    await toy.road.tick(T)
    expect(await answersOf(toy.db)).toHaveLength(1000)
    expect(await jobs()).toHaveLength(100)
    expect(toy.faults).toHaveLength(100)
  })

  test('[JB5] [JB6] a due command that always fails is tried eight times and parked; meanwhile all others are done', async () => {
    await run({ type: 'toy.wind-up', toy: 'bad', n: 1, at: T })
    for (let n = 0, at = T; n < TRIES_MAX; n++, at += 1000 * 2 ** (n - 1)) {
      await run({ type: 'toy.wind-up', toy: `bear${n}`, n, at }, at)
      await run({ type: 'toy.begin', toys: [`doll${n}`], n }, at)
      await toy.road.tick(at)
      expect(toy.faults).toHaveLength(n + 1)
      expect(await answersOf(toy.db)).toHaveLength(2 * (n + 1))
    }
    await toy.road.tick(T + DAY_MS)
    expect(toy.faults).toHaveLength(TRIES_MAX)
    expect(await jobs()).toMatchObject([{ what: 'toy.answer', tries: TRIES_MAX, fault: 'nothing comes of bad' }])
    expect(await lines()).toEqual([])
  })

  test('[JB2] [JB6] in a line the second waits for the first, until that one is parked', async () => {
    await run({ type: 'toy.begin', toys: ['bad'], n: 1 })
    await run({ type: 'toy.begin', toys: ['bad'], n: 2 })
    for (let at = T; (await answersOf(toy.db)).length === 0; at += 1000) {
      expect(at).toBeLessThan(T + DAY_MS)
      await toy.road.tick(at)
    }
    expect(toy.faults).toHaveLength(TRIES_MAX)
    expect(await answersOf(toy.db)).toEqual([{ toy: 'bad', n: 2 }])
    expect(await jobs()).toMatchObject([{ tries: TRIES_MAX, fault: 'nothing comes of bad' }])
  })

  test('[JB6] what was given up is kept for 90 days', async () => {
    await run({ type: 'toy.begin', toys: ['bad'], n: 1 })
    await toy.road.tick(T)
    await toy.db.updateTable('job').set({ parked_at: T }).execute()
    await toy.road.trim(T + PARKED_KEPT_MS)
    expect(await jobs()).toHaveLength(1)
    await toy.road.trim(T + PARKED_KEPT_MS + 1)
    expect(await jobs()).toEqual([])
  })

  test('[JB4] what is not there any more is no fault, and over', async () => {
    await run({ type: 'toy.begin', toys: ['lost'], n: 1 })
    await run({ type: 'toy.wind-up', toy: 'lost', n: 1, at: T })
    await toy.road.tick(T)
    expect(await jobs()).toEqual([])
    expect(toy.faults).toEqual([])
  })

  test('[JB2] within a line the order is that of the commits', async () => {
    const inOrder = Array.from({ length: 20 }, (_, n) => ({ toy: 'bear', n }))
    for (const { n } of inOrder) await run({ type: 'toy.begin', toys: ['bear'], n })
    await toy.road.tick(T)
    // As they were written: neither database moves the rows of a table that only grows.
    expect(await toy.db.selectFrom('toy_answer').selectAll().execute()).toEqual(inOrder)
  })

  test('[JB9] what is scheduled again is moved, and runs once, at its new time', async () => {
    await run({ type: 'toy.wind-up', toy: 'bear', n: 1, at: T + 1000 })
    await run({ type: 'toy.wind-up', toy: 'bear', n: 2, at: T + 5000 })
    await toy.road.tick(T + 1000)
    expect(await answersOf(toy.db)).toEqual([])
    await toy.road.tick(T + 5000)
    expect(await answersOf(toy.db)).toEqual([{ toy: 'bear', n: 2 }])
    expect(await lines()).toEqual([])
  })

  test('[JB9] what is due tomorrow holds up nobody today', async () => {
    await run({ type: 'toy.wind-up', toy: 'bear', n: 1, at: T + DAY_MS })
    await run({ type: 'toy.begin', toys: ['bear'], n: 2 })
    await toy.road.tick(T)
    expect(await answersOf(toy.db)).toEqual([{ toy: 'bear', n: 2 }])
    await toy.road.tick(T + DAY_MS)
    expect(await answersOf(toy.db)).toHaveLength(2)
  })
})
