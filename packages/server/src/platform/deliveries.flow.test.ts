import { handClock, type HandClock } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually } from '@portico/testkit/eventually'
import type { TestDatabase } from '@portico/testkit/test-database'
import { openToyRoad, type ToyRoad } from '@portico/testkit/toy-road'
import { toys, type ToyCommand } from '@portico/testkit/toys'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refused, Unreachable, type DeliveryContext } from './deliveries.ts'
import { openDelivering, type Delivering } from './delivering.ts'
import { TRIES_MAX } from './jobs/job.ts'

const HOUR_MS = 60 * 60 * 1000

type Parcel = { id: string; toy: string; n: number }

onEachDatabase((create) => {
  let database: TestDatabase
  let toy: ToyRoad
  let clock: HandClock
  let post: Delivering
  let arrived: Parcel[]
  let tried: Parcel[]
  let faults: unknown[]
  /** What becomes of a parcel on its way; by itself it arrives. */
  let way: (parcel: Parcel) => Promise<void> | void

  const run = (command: ToyCommand) => toy.run(command, clock.now())
  const send = (names: readonly string[], carrier = 'van', n = 1) => run({ type: 'toy.send', toys: names, n, carrier })
  const jobs = () => toy.db.selectFrom('job').selectAll().orderBy('id').execute()
  const many = (count: number, of: string) => Array.from({ length: count }, (_, i) => `${of}${i}`)
  const names = () => arrived.map((parcel) => parcel.toy).sort()

  async function carry({ id }: DeliveryContext, kept: { toy: string; n: number }): Promise<void> {
    const parcel = { id, ...kept }
    tried.push(parcel)
    await way(parcel)
    arrived.push(parcel)
  }
  const open = (road = toy) =>
    openDelivering({
      road: road.road,
      reads: road.db,
      clock,
      outside: { mail: undefined, links: undefined },
      delivers: (kind) => (kind === 'toy.parcel' ? carry : undefined),
      onFault: ({ error }) => faults.push(error),
    })
  const settle = async () => {
    await post.tick(clock.now())
    await post.quiet()
  }

  beforeEach(async () => {
    database = await create()
    clock = handClock()
    toy = await openToyRoad(database, { capabilities: [toys] })
    arrived = []
    tried = []
    faults = []
    way = () => {}
    post = open()
  })
  afterEach(async () => {
    post.close()
    await post.quiet()
    await toy.close()
    await database.drop()
  })

  test('[JB20] a delivery is carried out after its commit, once, and nothing of it is left', async () => {
    await send(['bear', 'doll'])
    expect(arrived).toEqual([])
    await settle()
    await settle()
    expect(names()).toEqual(['bear', 'doll'])
    expect(await jobs()).toEqual([])
  })

  test('[JB21] what goes to one recipient goes in order, though the first fails at first', async () => {
    for (let n = 0; n < 5; n++) await send(['bear'], 'van', n)
    way = ({ n }) => {
      if (n === 0 && tried.length < 3) throw new Error('not at home')
    }
    await settle()
    expect(arrived).toEqual([])
    await clock.move(HOUR_MS)
    await settle()
    await clock.move(HOUR_MS)
    await settle()
    expect(arrived.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4])
  })

  test('[JB22] a destination that hangs holds up no other, and its tries end', async () => {
    way = (parcel) => (parcel.toy.startsWith('stuck') ? new Promise(() => {}) : undefined)
    await send(many(20, 'stuck'), 'slow road')
    await send(many(100, 'bear'))
    await post.tick(clock.now())
    await eventually(() => expect(arrived).toHaveLength(100))
    expect(tried.filter((parcel) => parcel.toy.startsWith('stuck'))).toHaveLength(4)
    await send(['doll'])
    await post.tick(clock.now())
    await eventually(() => expect(names()).toContain('doll'))
    await clock.move(20_000)
    await eventually(async () => expect((await jobs()).filter(({ tries }) => tries === 1)).toHaveLength(4))
    expect((await jobs()).find(({ fault }) => fault)?.fault).toBe('no end after 20 s')
    for (let n = 0; n < 5; n++) {
      await eventually(() =>
        expect(tried.filter(({ toy: to }) => to.startsWith('stuck')).length).toBeGreaterThanOrEqual(4 * (n + 1)),
      )
      await clock.move(20_000)
    }
  })

  test('[JB23] [JB24] one that fails for an hour holds up no other, and arrives under the id of its first try', async () => {
    const until = clock.now() + HOUR_MS
    way = (parcel) => {
      if (parcel.toy === 'bear' && clock.now() < until) throw new Error('the letter box is full')
    }
    await send(['bear'])
    for (let n = 0; n < 40; n++) {
      await send([`doll${n}`])
      await settle()
      expect(names()).toContain(`doll${n}`)
      await clock.move(5 * 60_000)
    }
    await settle()
    expect(names()).toContain('bear')
    const tries = tried.filter((parcel) => parcel.toy === 'bear')
    expect(tries.length).toBeGreaterThan(4)
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1)
  })

  test('[JB24] after eight tries it is parked and says why; what is refused for good is so at once', async () => {
    way = (parcel) => {
      throw parcel.toy === 'bear' ? new Error('moved away') : new Refused('nobody of that name: vera@example.org')
    }
    await send(['bear', 'doll'])
    for (let n = 0; n < TRIES_MAX + 2; n++) {
      await settle()
      await clock.move(10 * HOUR_MS)
    }
    expect(tried).toHaveLength(TRIES_MAX + 1)
    expect(new Set((await jobs()).map(({ fault, parked_at }) => `${fault} ${parked_at !== null}`))).toEqual(
      new Set(['moved away true', 'nobody of that name: … true']),
    )
  })

  test('[JB25] no connection pauses the whole destination and no other, counts no try, and passes', async () => {
    let bridge: 'up' | 'down' = 'down'
    way = (parcel) => {
      if (parcel.toy.startsWith('far') && bridge === 'down') throw new Unreachable(new Error('the bridge is up'))
    }
    await send(many(50, 'far'), 'bridge')
    await send(many(50, 'near'))
    await settle()
    expect(arrived).toHaveLength(50)
    expect(tried.length).toBeLessThanOrEqual(54)
    await settle()
    expect(tried.length).toBeLessThanOrEqual(54)
    bridge = 'up'
    await clock.move(5000)
    await settle()
    expect(arrived).toHaveLength(100)
    expect(await jobs()).toEqual([])
    expect(await toy.db.selectFrom('job_destination').selectAll().execute()).toEqual([])
  })

  test('[JB25] what has waited three days for a connection is parked', async () => {
    way = () => {
      throw new Unreachable(new Error('no road'))
    }
    await send(['bear'])
    await settle()
    expect(await jobs()).toMatchObject([{ tries: 0, parked_at: null }])
    await clock.move(72 * HOUR_MS)
    await settle()
    expect(await jobs()).toMatchObject([{ parked_at: clock.now(), fault: 'no road' }])
  })

  test('[JB27] what a node was carrying when it was killed is tried by the next after its lease, under the same id', async () => {
    way = () => new Promise(() => {})
    await send(['bear'])
    await post.tick(clock.now())
    await eventually(() => expect(tried).toHaveLength(1))
    post.close()
    const next = open()
    way = () => {}
    // Of a file whoever opens it is alone; nodes share a database, and its clock.
    if (database.name === 'PostgreSQL') {
      await next.tick(clock.now())
      await next.quiet()
      expect(tried).toHaveLength(1)
      await toy.db.updateTable('job_line').set({ leased_until: 0 }).execute()
    }
    await next.tick(clock.now())
    await next.quiet()
    expect(arrived).toHaveLength(1)
    expect(new Set(tried.map(({ id }) => id)).size).toBe(1)
    await clock.move(20_000)
  })
})
