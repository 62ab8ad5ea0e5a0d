// A site of a million topics beside a young one: a position check costs what has moved.
import type { Topic } from '@portico/protocol/topics'
import { onEachDatabase } from '@portico/testkit/databases'
import { growthOf, timed } from '@portico/testkit/growth'
import { raiseHeads } from '@portico/testkit/raise-heads'
import { closeSound, openSite } from '@portico/testkit/site'
import type { TestDatabase } from '@portico/testkit/test-database'
import { expect, test } from 'vitest'
import { headCheck } from './check-heads.ts'
import { openHub } from './hub.ts'
import type { Session } from './session.ts'

const DIGITS = 7
const YOUNG = { heads: 10_000, listened: 5000 }
const OLD = { heads: 1_000_000, listened: 50_000 }
const RAISED_AT_ONCE = 100_000
const MOVED = 200
const GROWTH_MAX = 2.5
/** What a check costs beside the rows. */
const LEAST_MS = 5
const FILLING_MS = 10 * 60_000

onEachDatabase((create) => {
  test(
    '[WR74] with a million heads, fifty thousand of them listened to, a check costs what the two hundred that moved cost',
    { timeout: FILLING_MS },
    async () => {
      const young = await openPlace(await create(), YOUNG)
      const old = await openPlace(await create(), OLD)
      expect(await growthOf({ young: young.check, old: old.check, leastMs: LEAST_MS })).toBeLessThan(GROWTH_MAX)
      await young.close()
      await old.close()
    },
  )
})

async function openPlace(database: TestDatabase, { heads, listened }: typeof YOUNG) {
  const site = await openSite(database)
  for (let first = 0; first < heads; first += RAISED_AT_ONCE)
    await raiseHeads(database, { heads: Math.min(RAISED_AT_ONCE, heads - first), first, digits: DIGITS })
  const hub = openHub()
  let told = 0
  const session = { check: () => told++ } as unknown as Session // a check calls nothing else
  for (let n = 0; n < listened; n++) hub.join(`chat:${String(n).padStart(DIGITS, '0')}` as Topic, session) // within the pattern of a topic
  const checkHeads = headCheck({ hub, reads: site.server.store.reads })
  await checkHeads()

  return {
    /** The milliseconds of a check that has so many to tell of. */
    check: async () => {
      await raiseHeads(database, { heads: MOVED, digits: DIGITS })
      told = 0
      const ms = await timed(checkHeads)
      expect(told).toBeGreaterThanOrEqual(MOVED)
      return ms
    },
    close: () => closeSound(site),
  }
}
