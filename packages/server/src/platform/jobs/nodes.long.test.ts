import { handClock } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { mortal, type Death } from '@portico/testkit/mortal'
import type { TestDatabase } from '@portico/testkit/test-database'
import { openToyRoad, type ToyRoad } from '@portico/testkit/toy-road'
import { answersOf, toys } from '@portico/testkit/toys'
import { expect, test } from 'vitest'
import type { DeliveryContext } from '../deliveries.ts'
import { openDelivering, type Delivering } from '../delivering.ts'

// A claim, each command with the end of its row, a claim of deliveries, what became of each: all of them are passed.
const PASSAGES = 30
const COUNT = 20
const PARCELS = 10
const T = Date.UTC(2026, 10, 20, 9)
const LATER = T + 1000

/** Killed at a transaction, or while it carries so many parcels. */
type End = Death | { at: 'carrying' }
const passages = Array.from({ length: PASSAGES }, (_, n) => n + 1)
const ENDS: readonly End[] = [
  ...passages.map((passage) => ({ passage, at: 'before-commit' }) as const),
  ...passages.map((passage) => ({ passage, at: 'after-commit' }) as const),
  { at: 'carrying' },
]

type Carried = { id: string; toy: string; n: number }
type Node = { road: ToyRoad; post: Delivering }

onEachDatabase((create) => {
  test(`[JB3] [JB8] [JB27] of three nodes one is killed ${ENDS.length} times, each at another point: every row is done once, and no delivery lost or carried more than once more`, async () => {
    const database = await create()
    const carried: Carried[] = []
    const alive: Node[] = [await openNode(database, carried)]
    // A file belongs to one process: there the next is alone.
    if (database.name === 'PostgreSQL') alive.push(await openNode(database, carried))
    const [{ road: writer }] = alive as [Node]
    const faults: unknown[] = []
    let deaths = 0

    for (const [n, end] of ENDS.entries()) {
      await giveWork(writer, n)
      const dying = await openNode(database, carried, end)
      void dying.died.then(() => deaths++)
      await work(dying)
      // What it has left is still leased to it.
      await Promise.all(alive.map(work))
      // The time of a lease is the database's own, which no test moves.
      await writer.db.updateTable('job_line').set({ leased_until: 0 }).execute()
      await Promise.all(alive.map(work))
      faults.push(...dying.road.faults)
      await dying.road.db.destroy()
    }

    expect(deaths).toBe(ENDS.length)
    const answers = await answersOf(writer.db)
    expect(new Set(answers.map(({ toy, n }) => `${toy} ${n}`)).size).toBe(ENDS.length * COUNT)
    expect(answers).toHaveLength(ENDS.length * COUNT)
    const parcels = Map.groupBy(carried, ({ toy, n }) => `${toy} ${n}`)
    expect(parcels.size).toBe(ENDS.length * PARCELS)
    for (const tries of parcels.values()) {
      expect(tries.length).toBeLessThanOrEqual(2)
      expect(new Set(tries.map(({ id }) => id)).size).toBe(1)
    }
    // Some were under way.
    expect(carried.length).toBeGreaterThan(parcels.size)
    expect(await writer.db.selectFrom('job').select('id').execute()).toEqual([])
    expect([...faults, ...alive.flatMap(({ road }) => road.faults)]).toEqual([])
    for (const { road } of alive) await road.close()
    await database.drop()
  })
})

/** Half of it by reactions, half of it due. */
async function giveWork({ run }: ToyRoad, n: number): Promise<void> {
  const names = (of: string, count: number) => Array.from({ length: count }, (_, i) => `${of}${i}`)
  await run({ type: 'toy.begin', toys: names('bear', COUNT / 2), n }, T)
  for (const toy of names('doll', COUNT / 2)) await run({ type: 'toy.wind-up', toy, n, at: LATER }, T)
  await run({ type: 'toy.send', toys: names('parcel', PARCELS), n, carrier: 'van' }, T)
}

async function openNode(database: TestDatabase, carried: Carried[], end?: End): Promise<Node & { died: Promise<void> }> {
  const { promise: died, resolve } = Promise.withResolvers<void>()
  const around = end && 'passage' in end ? { around: mortal(end, resolve) } : {}
  const road = await openToyRoad(database, { capabilities: [toys], ...around })
  const carry = async ({ id }: DeliveryContext, parcel: { toy: string; n: number }): Promise<void> => {
    carried.push({ id, ...parcel })
    if (end?.at !== 'carrying') return
    resolve()
    await new Promise(() => {})
  }
  const post = openDelivering({
    road: road.road,
    reads: road.db,
    clock: handClock(LATER),
    outside: { mail: undefined, links: undefined },
    delivers: () => carry,
    onFault: ({ error }) => road.faults.push({ what: 'delivery', error }),
  })
  return { road, post, died }
}

/** Until nothing is left that it could do, or it has died. */
async function work({ road, post, died }: Node & { died?: Promise<void> }): Promise<void> {
  const all = Promise.all([road.road.tick(LATER), post.tick(LATER).then(post.quiet)])
  await Promise.race([all, ...(died ? [died] : [])])
}
