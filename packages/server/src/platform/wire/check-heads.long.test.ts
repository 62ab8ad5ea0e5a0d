// A site of a million topics: a position check costs what has moved.
import type { Topic } from '@portico/protocol/topics'
import { onEachDatabase } from '@portico/testkit/databases'
import { raiseHeads } from '@portico/testkit/raise-heads'
import { closeSound, openSite } from '@portico/testkit/site'
import { expect, test } from 'vitest'
import { headCheck } from './check-heads.ts'
import { openHub } from './hub.ts'
import type { Session } from './session.ts'

const DIGITS = 7
const YOUNG = { heads: 10_000, listened: 5000 }
const OLD = { heads: 1_000_000, listened: 50_000 }
const RAISED_AT_ONCE = 100_000
const MOVED = 200
const BEST_OF = 5
const GROWTH_MAX = 2.5
/** What a check costs beside the rows: under it twice is noise. */
const LEAST_MS = 5
const FILLING_MS = 10 * 60_000

onEachDatabase((create) => {
  test(
    '[WR74] with a million heads, fifty thousand of them listened to, a check costs what the two hundred that moved cost',
    { timeout: FILLING_MS },
    async () => {
      const site = await openSite(await create())
      let raised = 0

      async function costOf({ heads, listened }: typeof YOUNG): Promise<number> {
        for (; raised < heads; raised += RAISED_AT_ONCE)
          await raiseHeads(site.database, { heads: Math.min(RAISED_AT_ONCE, heads - raised), first: raised, digits: DIGITS })
        raised = heads
        const hub = openHub()
        let told = 0
        const session = { check: () => told++ } as unknown as Session // a check calls nothing else
        for (let n = 0; n < listened; n++) hub.join(`chat:${String(n).padStart(DIGITS, '0')}` as Topic, session) // within the pattern of a topic
        const check = headCheck({ hub, reads: site.server.store.reads })
        await check()
        const times: number[] = []
        for (let n = 0; n < BEST_OF; n++) {
          await raiseHeads(site.database, { heads: MOVED, digits: DIGITS })
          told = 0
          const began = performance.now()
          await check()
          times.push(performance.now() - began)
          expect(told).toBeGreaterThanOrEqual(MOVED)
        }
        return Math.min(...times)
      }

      const before = Math.max(LEAST_MS, await costOf(YOUNG))
      expect((await costOf(OLD)) / before).toBeLessThan(GROWTH_MAX)
      await closeSound(site)
    },
  )
})
