import { handClock } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { mortal, type Death } from '@portico/testkit/mortal'
import type { TestDatabase } from '@portico/testkit/test-database'
import { openToyRoad, type ToyRoad } from '@portico/testkit/toy-road'
import { answersOf, toys } from '@portico/testkit/toys'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDelivering } from '../delivering.ts'

const T = Date.UTC(2026, 10, 20, 9)
const COUNT = 60
const names = (of: string) => Array.from({ length: COUNT }, (_, i) => `${of}${String(i).padStart(3, '0')}`)
const once = (of: string) => names(of).map((toy) => ({ toy, n: 1 }))

// A node that only ticks claims first, then does what it has claimed.
const POINTS: readonly Death[] = [
  { passage: 1, at: 'before-commit' },
  { passage: 1, at: 'after-commit' },
  { passage: 2, at: 'before-commit' },
  { passage: 2, at: 'after-commit' },
]

onEachDatabase((create) => {
  let database: TestDatabase
  let writer: ToyRoad
  const nodes: ToyRoad[] = []
  const open = async (death?: Death) => {
    const node = await openToyRoad(database, { capabilities: [toys], ...(death && { around: mortal(death) }) })
    nodes.push(node)
    return node
  }
  const left = () => writer.db.selectFrom('job').select('id').execute()
  // The time of a lease is the database's own, which no test moves.
  const leasesEnd = () => writer.db.updateTable('job_line').set({ leased_until: 0 }).execute()

  beforeEach(async () => {
    database = await create()
    writer = await open()
  })
  afterEach(async () => {
    for (const node of nodes.splice(0)) await node.db.destroy()
    await database.drop()
  })

  async function windUp(): Promise<void> {
    for (const toy of names('bear')) await writer.run({ type: 'toy.wind-up', toy, n: 1, at: T + 1000 }, T)
  }

  test.for(POINTS)('[JB3] [JB8] a node killed $at in its transaction $passage: the others do each job once', async (death) => {
    await windUp()
    const dying = await open(death)
    void dying.road.tick(T + 1000)
    const others = database.name === 'PostgreSQL' ? [await open(), await open()] : [await open()]
    await Promise.all(others.map(({ road }) => road.tick(T + 1000)))
    await leasesEnd()
    await Promise.all(others.map(({ road }) => road.tick(T + 1000)))
    expect(await answersOf(writer.db)).toEqual(once('bear'))
    expect(await left()).toEqual([])
    expect(others.flatMap(({ faults }) => faults)).toEqual([])
  })

  test('[JB3] three nodes that look at once do each job once, and carry each delivery once', async () => {
    await windUp()
    await writer.run({ type: 'toy.send', toys: names('doll'), n: 1, carrier: 'van' }, T)
    const all = database.name === 'PostgreSQL' ? [writer, await open(), await open()] : [writer]
    const carried: string[] = []
    const posts = all.map(({ road, db }) =>
      openDelivering({
        road,
        reads: db,
        clock: handClock(T + 1000),
        outside: { mail: undefined, links: undefined },
        delivers:
          () =>
          async (_ctx: unknown, { toy }: { toy: string }) =>
            void carried.push(toy),
        onFault: ({ error }) => expect.fail(String(error)),
      }),
    )
    await Promise.all([
      ...all.map(({ road }) => road.tick(T + 1000)),
      ...posts.map(async (post) => {
        await post.tick(T + 1000)
        await post.quiet()
      }),
    ])
    expect(await answersOf(writer.db)).toEqual(once('bear'))
    expect(carried.toSorted()).toEqual(names('doll'))
    expect(await left()).toEqual([])
    expect(all.flatMap(({ faults }) => faults)).toEqual([])
  })
})
