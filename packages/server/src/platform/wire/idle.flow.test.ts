// A node beside others that has nothing to do, and one that cannot hear the others.
import { pass } from '@portico/testkit/clock'
import { present } from '@portico/testkit/eventually'
import { neighboursOn, openNode } from '@portico/testkit/nodes'
import { operator } from '@portico/testkit/person'
import { closeSound, openStaffedSite } from '@portico/testkit/site'
import { createPostgres } from '@portico/testkit/test-database'
import { describe, expect, inject, test } from 'vitest'
import { openLocalBus } from '../bus/local-bus.ts'
import { openLocalMembers } from '../members/local-members.ts'
import { must } from '../must.ts'
import { HINT_MS, LONELY_CHECK_MS, POSITION_CHECK_MS } from './limits.ts'
import { countReads } from './testing-reads.ts'

const MINUTE_MS = 60_000
const [postgres, redis] = [inject('postgres'), inject('redis')]

describe.skipIf(postgres === null || redis === null)('on PostgreSQL', () => {
  test('[H1][ND14] nobody polls for news: by Redis it comes at once, and an idle node reads no entries and heads every 5 seconds', async () => {
    const database = await createPostgres(must(postgres))
    const openNeighbours = neighboursOn(database, must(redis))
    const site = await openStaffedSite(database, { openNeighbours })
    const reads = countReads()
    const other = await openNode(site, { openNeighbours, openStore: reads.counting(database.open) })
    const there = await operator(other, 'Ann over there', site.ann)
    const vera = await site.visit('Vera')
    await pass(site.clock, POSITION_CHECK_MS)
    const before = { entries: reads.count('event_log'), heads: reads.count('topic_head') }
    await pass(site.clock, MINUTE_MS)
    expect(reads.count('event_log')).toBe(before.entries)
    // Beside the checks somebody may look at his own topics once.
    expect(reads.count('topic_head') - before.heads).toBeLessThan((1.5 * MINUTE_MS) / POSITION_CHECK_MS)

    await vera.open('Do you ship to Madeira?')
    await present(async () => {
      await site.clock.move(HINT_MS)
      return JSON.stringify(there.live.view('channel:main')).includes('Madeira')
    })
    expect(reads.count('event_log')).toBeGreaterThan(before.entries)
    there.leave()
    await other.close()
    await closeSound(site)
  })

  test('[ND13] a node that cannot hear the others looks every second, and once more when it can', async () => {
    const site = await openStaffedSite(await createPostgres(must(postgres)))
    const reads = countReads()
    let isUp = false
    const other = await openNode(site, {
      openStore: reads.counting(site.database.open),
      openNeighbours: async () => ({
        bus: { ...openLocalBus(), isUp: () => isUp },
        members: openLocalMembers(),
        close: async () => {},
      }),
    })
    const there = await operator(other, 'Ann over there', site.ann)
    const looks = async (ms: number) => {
      const before = reads.count('topic_head')
      await pass(site.clock, ms)
      return reads.count('topic_head') - before
    }
    await looks(POSITION_CHECK_MS)
    expect(await looks(10 * LONELY_CHECK_MS)).toBeGreaterThan((10 * LONELY_CHECK_MS) / POSITION_CHECK_MS)
    isUp = true
    expect(await looks(3 * LONELY_CHECK_MS)).toBeLessThanOrEqual(2)
    expect(await looks(MINUTE_MS)).toBeLessThanOrEqual(MINUTE_MS / POSITION_CHECK_MS)
    there.leave()
    await other.close()
    await closeSound(site)
  })
})
