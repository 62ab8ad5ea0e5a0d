import type { HoursId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { passUntil } from '@portico/testkit/clock'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { openNode, type OtherNode } from '@portico/testkit/nodes'
import { MAIN, visitor, type Visitor } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../platform/must.ts'

const OK = { ok: true }
const HOUR_MS = 60 * 60_000

/** Three nodes on PostgreSQL; a file has one. */
onEachDatabase((create) => {
  let site: StaffedSite
  let others: OtherNode[] = []
  let visitors: Visitor[]
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    if (site.database.name !== 'SQLite') others = [await openNode(site), await openNode(site)]
    visitors = await Promise.all([site, ...others].map((place, n) => visitor(place, `Vera ${n}`)))
  })
  afterAll(async () => {
    for (const { close } of others) await close()
    await closeSound(site)
  })

  test('[WS31][ND10] that a channel closes and opens is said once, however many nodes there are, and heard on each', async () => {
    const hours = newId<HoursId>()
    const day = [{ from: '10:00', to: '24:00', ends: 'same-day' as const }]
    const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day }
    // In Lisbon it is nine when a test begins.
    const late = { name: 'Late', zone: 'Europe/Lisbon', week, days: [] }
    expect(await site.root.send({ type: 'hours.save', hours, of: 0, ...late })).toEqual(OK)
    expect(await configure(site.root.send, { ...site, channel: MAIN, changes: { hours } })).toEqual(OK)
    const areAll = (state: 'open' | 'closed') => visitors.every(({ live }) => live.view(`lobby:${MAIN}`)?.hours?.state === state)
    await passUntil(site.clock, () => areAll('closed'))
    await site.clock.leap(HOUR_MS)
    await passUntil(site.clock, () => areAll('open'))
    await site.clock.leap(14 * HOUR_MS)
    await passUntil(site.clock, () => areAll('closed'))
    const entries = await site.server.store.reads
      .selectFrom('event_log')
      .select('body')
      .where('topic', '=', `lobby:${MAIN}`)
      .orderBy('position')
      .execute()
    const told = entries.map(({ body }) => /"hours","value":\{"state":"(\w+)"/.exec(body)?.[1]).filter(Boolean)
    expect(told).toEqual(['closed', 'open', 'closed'])
    expect(must(visitors[0]).live.view(`lobby:${MAIN}`)?.hours).toMatchObject({ state: 'closed' })
  })
})
