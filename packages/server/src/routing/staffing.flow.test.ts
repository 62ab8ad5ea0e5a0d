import type { Fleeting } from '@portico/protocol/fleeting'
import { pass } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { openNode, type OtherNode } from '@portico/testkit/nodes'
import { MAIN, visitor, type Place } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { connectTo } from '@portico/testkit/toy-road'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAt, OK } from '../conversations/testing-desk.ts'
import { must } from '../platform/must.ts'
import { estimate } from './estimate.ts'
import { readLines, readQueue } from './queue-reads.ts'
import { seededRandom } from './seeded-random.ts'
import { findStaffing, noteStaffing, readStaffing, STAFFING_MS, STAFFINGS_MAX } from './staffing.ts'
import { TELL_MS } from './tell-queue.ts'
import { openRoutedSite, serveMany, set } from './testing-routing.ts'
import { toldPlace } from './told-place.ts'

const MINUTE_MS = 60_000
const ENOUGH = 25
const HALF_HOURS = [1, 2, 1, 2, 1, 2]

onEachDatabase((create) => {
  let site: StaffedSite
  let other: OtherNode | undefined
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    await openRoutedSite(site)
    if (site.database.name !== 'SQLite') other = await openNode(site)
    await set(site, { bearWithUsAfterMs: 0, atOnce: ENOUGH })
  })
  afterAll(async () => {
    await other?.close()
    expect(site.faults).toEqual([])
    await site.close()
  })
  const slotsLast = async () => (await findStaffing(site.server.store.reads, MAIN))?.slots

  async function queue() {
    const { reads } = site.server.store
    const line = must((await readLines(reads)).find(({ channel }) => channel === MAIN))
    const read = await readQueue(reads, { ...line, at: site.clock.now() })
    if (read === 'unlimited') throw new Error('somebody has no limit')
    return read
  }
  const toldTo = (place: number, asked: Awaited<ReturnType<typeof queue>>) =>
    toldPlace(must(estimate(asked, seededRandom())[place - 1]), 'estimate')

  test('[RT32][RT110] what a visitor is told follows how the staffing has changed before, on whichever node he is', async () => {
    await serveMany(site, ENOUGH)
    // Where somebody had no limit nothing of before counts.
    await set(site, { atOnce: null })
    await present(async () => (await slotsLast()) === null)
    await site.clock.leap(MINUTE_MS)
    await set(site, { atOnce: 1 })
    await present(async () => (await slotsLast()) === 2)
    for (const slots of HALF_HOURS) {
      await site.clock.leap(30 * MINUTE_MS)
      const availability = slots === 1 ? 'unavailable' : 'everybody'
      expect(await site.bob.send({ type: 'availability.set', availability })).toEqual(OK)
      await present(async () => (await slotsLast()) === slots)
    }
    for (const by of [site.ann, site.bob]) {
      const { conversation } = await askedAt(site, `Held by ${by.name}`)
      expect(await by.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    }
    for (const words of ['First', 'Second']) await askedAt(site, words)
    const there: Place = other ?? site
    const vera = await visitor(there, 'Vera')
    const heard: Fleeting[] = []
    vera.live.onFleeting((_topic, message) => void (message.type === 'queue.place' && heard.push(message)))
    await vera.open('Third')
    await eventually(async () => {
      await pass(site.clock, TELL_MS)
      expect(heard.at(-1)).toEqual(toldTo(3, await queue()))
    })
    const known = await queue()
    expect(known.staffing?.map(({ slots }) => slots)).toEqual([...HALF_HOURS.toReversed(), 2])
    const unchanging = toldTo(3, { ...known, staffing: [] })
    expect(must(heard.at(-1))).not.toEqual(unchanging)
    expect(unchanging.minutes).not.toBeNull()
  })

  test('[RT110] however often it changes, so much is kept of a channel and no more', async () => {
    const database = await create()
    const db = connectTo(database)
    await db
      .insertInto('channel')
      .values({ id: MAIN, name: 'Website', created_at: 0 })
      .onConflict((oc) => oc.doNothing())
      .execute()
    await db.transaction().execute(async (tx) => {
      for (let n = 0; n < STAFFINGS_MAX + 10; n++) await noteStaffing(tx, { channel: MAIN, slots: n, at: n })
    })
    const last = STAFFINGS_MAX + 9
    const kept = await db.selectFrom('queue_staffing').select('slots').orderBy('at').execute()
    expect(kept.map(({ slots }) => slots)).toEqual(Array.from({ length: STAFFINGS_MAX }, (_, n) => n + 10))
    expect(await readStaffing(db, { channel: MAIN, slots: last, at: last })).toHaveLength(STAFFINGS_MAX)
    // What is not noted yet is known all the same, and of long ago only that it was so.
    const later = await readStaffing(db, { channel: MAIN, slots: 3, at: last + 2 * STAFFING_MS })
    expect(later).toEqual([
      { agoMs: 0, slots: 3 },
      { agoMs: STAFFING_MS, slots: last },
    ])
    await db.destroy()
    await database.drop()
  })
})
