// A site of many years: what people look at costs at most twice what it costs a young one.
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { fillConversations } from '@portico/testkit/fill-conversations'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite, OTHER } from '@portico/testkit/site'
import { expect, test } from 'vitest'
import { costOf, hotReads } from './testing-growth.ts'

const YOUNG = 10_000
const OLD = 1_000_000
const FILLED_AT_ONCE = 100_000
const OPEN_EVERY = 100
const GROWTH_MAX = 2
/** What a look costs beside the rows: under it twice is noise. */
const LEAST_MS = 2
const FILLING_MS = 20 * 60_000

onEachDatabase((create) => {
  test(
    '[CV22] with a million conversations each list and view costs at most twice what it costs with ten thousand',
    { timeout: FILLING_MS },
    async () => {
      const site = await openSite(await create())
      const { ann } = await openCast(site)
      const { reads } = site.server.store
      const filling = { channels: [MAIN, OTHER], operator: ann.id, linesEach: 10 } as const
      const looks = Object.entries(hotReads({ operator: ann.id, channels: filling.channels }))
      await fillConversations(site.database, { ...filling, openEvery: OPEN_EVERY, first: 0, last: YOUNG - 1 })
      const young = new Map<string, number>()
      for (const [name, read] of looks) young.set(name, await costOf(read, reads))
      for (let first = YOUNG; first < OLD; first += FILLED_AT_ONCE) {
        const last = Math.min(OLD, first + FILLED_AT_ONCE) - 1
        await fillConversations(site.database, { ...filling, openEvery: 10 * OLD, first, last })
      }
      for (const [name, read] of looks) {
        const before = Math.max(LEAST_MS, young.get(name) ?? 0)
        expect((await costOf(read, reads)) / before, name).toBeLessThan(GROWTH_MAX)
      }
      await closeSound(site)
    },
  )
})
