// A site of many years beside a young one: what people look at costs at most twice as much there.
import type { Topic } from '@portico/protocol/topics'
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { fillConversations } from '@portico/testkit/fill-conversations'
import { growthOf, timed } from '@portico/testkit/growth'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite, OTHER } from '@portico/testkit/site'
import type { TestDatabase } from '@portico/testkit/test-database'
import { expect, test } from 'vitest'
import { must } from '../platform/must.ts'
import { snapshotReader } from '../platform/snapshots.ts'
import { capabilities } from '../registry.ts'
import { hotReads } from './testing-growth.ts'

const YOUNG = 10_000
const OLD = 1_000_000
/** As many are open in both. */
const OPEN_EVERY = 100
const LINES_EACH = 10
const GROWTH_MAX = 2
/** What a look costs beside the rows. */
const LEAST_MS = 2
const FILLING_MS = 20 * 60_000

onEachDatabase((create) => {
  test(
    '[CV22] with a million conversations each list, page and view costs at most twice what it costs with ten thousand',
    { timeout: FILLING_MS },
    async () => {
      const young = await openPlace(await create(), YOUNG)
      const old = await openPlace(await create(), OLD)
      const grown: Record<string, number> = {}
      for (const [name, look] of old.looks) {
        const sameLook = must(young.looks.get(name))
        grown[name] = await growthOf({ young: () => timed(sameLook), old: () => timed(look), leastMs: LEAST_MS })
      }
      expect(Object.entries(grown).filter(([, growth]) => growth > GROWTH_MAX)).toEqual([])
      await young.close()
      await old.close()
    },
  )
})

/** Ann has worked there for years. */
async function openPlace(database: TestDatabase, conversations: number) {
  const site = await openSite(database)
  const { ann } = await openCast(site)
  const filling = { channels: [MAIN, OTHER], operator: ann.id, linesEach: LINES_EACH } as const
  await fillConversations(database, { ...filling, openEvery: OPEN_EVERY, first: 0, last: YOUNG - 1 })
  if (conversations > YOUNG)
    await fillConversations(database, { ...filling, openEvery: 10 * conversations, first: YOUNG, last: conversations - 1 })

  const { reads } = site.server.store
  const readSnapshot = snapshotReader(reads, capabilities)
  const view = async (topic: Topic) => expect((await readSnapshot(topic)).view).toBeDefined()
  const page = async (query: string) => {
    const answer = await fetch(`${site.url}/api/conversations${query}`, { headers: ann.headers })
    expect(answer.status).toBe(200)
    expect((await answer.text()).length).toBeGreaterThan(0)
  }
  const own = hotReads({ operator: ann.id, channels: filling.channels })
  const looks = new Map<string, () => Promise<unknown>>([
    ...Object.entries(own).map(([name, read]) => [name, () => read(reads)] as const),
    ['the whole view of a channel', () => view(`channel:${MAIN}`)],
    ['the whole view of an operator', () => view(`operator:${ann.id}`)],
    ['the whole view of a conversation', () => view('conversation:c-000000007')],
    ['the whole view of a chat', () => view('chat:c-000000007')],
    ['the whole view of a visitor', () => view('visitor:v-000000002')],
    ['the whole view of the settings', () => view('settings')],
    ['the page of mine', () => page('?list=mine')],
    ['the page of the team', () => page('?list=team')],
    ['the page of closed ones', () => page('?list=closed')],
    ['an older page of closed ones', () => page('?list=closed&before=5000.c-000004995')],
    ['the older lines of one', () => page('/c-000000007/lines?before=9')],
  ])
  return { looks, close: () => closeSound(site) }
}
