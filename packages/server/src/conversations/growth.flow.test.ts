// What a site of years costs: lists and views are found by indexes, and cost what they show.
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { fillConversations } from '@portico/testkit/fill-conversations'
import { MAIN } from '@portico/testkit/person'
import { plansOf } from '@portico/testkit/plans-of'
import { closeSound, openSite, OTHER, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { costOf, hotReads } from './testing-growth.ts'

const HALF = 10_000
const OPEN_EVERY = 100
const GROWTH_MAX = 2.5
/** What a look costs beside the rows: under it twice is noise. */
const LEAST_MS = 10
const PAGES_MAX = 30
const TABLES = 'conversation|visitor|visitor_word|line|seat|read_mark|topic_head|event_log|command_outcome'
const SCANS = new RegExp(`\\b(?:SCAN|Seq Scan on) (?:${TABLES})\\b`)

onEachDatabase((create) => {
  let site: Site
  let reads: Readonly<Record<string, (db: Db) => Promise<unknown>>>
  const costs = new Map<string, number>()

  beforeAll(async () => {
    site = await openSite(await create())
    const { ann } = await openCast(site)
    const filling = { openEvery: OPEN_EVERY, channels: [MAIN, OTHER], operator: ann.id, linesEach: 3 } as const
    reads = hotReads({ operator: ann.id, channels: filling.channels })
    await fillConversations(site.database, { ...filling, first: 0, last: HALF - 1 })
    for (const [name, read] of Object.entries(reads)) costs.set(name, await costOf(read, site.server.store.reads))
    // Of the others as many are open as before.
    await fillConversations(site.database, { ...filling, openEvery: 10 * HALF, first: HALF, last: 2 * HALF - 1 })
  })
  afterAll(() => closeSound(site))

  test('[CV22] with 20,000 conversations each list and view is found by an index', async () => {
    const scans: string[] = []
    // A file numbers its rows as they come: these are its first ones.
    const { 'the oldest entries': _, ...byIndex } = reads
    for (const [name, read] of Object.entries(byIndex)) {
      for (const plan of await plansOf(site.server.store.reads, read)) if (SCANS.test(plan)) scans.push(`${name}: ${plan}`)
    }
    expect(scans).toEqual([])
  })

  test('[WR74] of heads that have not moved no page is read', async (context) => {
    // A file does not say what it reads.
    if (site.database.name === 'SQLite') return context.skip()
    const { reads: db } = site.server.store
    const since = must(reads['what has moved since'])
    const plans = await plansOf(db, since, 'explain (analyze, buffers)')
    const read = plans.flatMap((plan) => [...plan.matchAll(/(?:hit|read)=(\d+)/g)].map(([, pages]) => Number(pages)))
    expect(read).not.toEqual([])
    expect(Math.max(...read)).toBeLessThan(PAGES_MAX)
  })

  test('[CV22] with twice the conversations each list and view costs at most two and a half times', async () => {
    for (const [name, read] of Object.entries(reads)) {
      const before = Math.max(LEAST_MS, costs.get(name) ?? 0)
      expect((await costOf(read, site.server.store.reads)) / before, name).toBeLessThan(GROWTH_MAX)
    }
  })
})
