// What a position check reads: the heads that have moved, and of the others none.
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Topic } from '@portico/protocol/topics'
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { lastForEver } from '@portico/testkit/last-for-ever'
import { MAIN } from '@portico/testkit/person'
import { raiseHeads } from '@portico/testkit/raise-heads'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { createPostgres } from '@portico/testkit/test-database'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import type { Head } from '../log.ts'
import { headOf, HEADS_KEPT_MS, LOG_KEPT_MS } from '../log.ts'
import { must } from '../must.ts'
import { headCheck } from './check-heads.ts'
import { openHub } from './hub.ts'
import { HEADS_IN_TURN } from './limits.ts'
import type { Session } from './session.ts'

const HEADS = 2000
const LISTENED = 1000
const MOVED = 20
const MINUTE_MS = 60_000

onEachDatabase((create) => {
  test('[WR74] a check is told of what has moved since the one before, once, and looks at some of the rest in turn', async () => {
    const site = await openSite(await create())
    await raiseHeads(site.database, { heads: HEADS })
    const { check, told } = listen(site, HEADS - LISTENED)
    await check()
    expect(new Set(told()).size, 'at the beginning all are looked at').toBe(LISTENED)
    await raiseHeads(site.database, { heads: MOVED, first: HEADS - MOVED })
    await check()
    const moved = told()
    expect(moved.slice(0, MOVED).toSorted()).toEqual(topics(HEADS - MOVED, HEADS).toSorted())
    expect(moved).toHaveLength(MOVED + HEADS_IN_TURN)
    await check()
    const quiet = told()
    expect(quiet).toHaveLength(HEADS_IN_TURN)
    expect(new Set([...moved.slice(MOVED), ...quiet]).size, 'others each time').toBe(2 * HEADS_IN_TURN)
    await closeSound(site)
  })

  test('[WR75] the head of a topic that was idle for 30 days is forgotten with its log, and another one is not', async () => {
    const site = await openSite(await create())
    const cast = await openCast(site)
    const { reads, road } = site.server.store
    await lastForEver(site, cast)
    const say = async () => {
      const conversation = newId<ConversationId>()
      const { actor } = await cast.newVisitor()
      const open = {
        type: 'conversation.open',
        conversation,
        channel: MAIN,
        line: newId<LineId>(),
        text: 'Hi',
        introduction: {},
      } as const
      expect(await cast.run(open, actor)).toMatchObject({ ok: true })
      return `chat:${conversation}` as const
    }
    const idle = await say()
    // What is due there is said before it falls silent.
    await site.clock.move(2 * MINUTE_MS)
    await road.tick(site.clock.now())
    await site.clock.leap(LOG_KEPT_MS + 1)
    await road.trim(site.clock.now())
    const { position } = await headOf(reads, idle)
    expect(position, 'longer than its log').toBeGreaterThan(0)
    await site.clock.leap(HEADS_KEPT_MS + 1)
    const fresh = await say()
    await road.trim(site.clock.now())
    expect(await headOf(reads, idle)).toEqual({ position: 0, tag: '' })
    expect((await headOf(reads, fresh)).position).toBeGreaterThan(0)
    const rows = await reads.selectFrom('event_log').select('topic').where('topic', '=', idle).execute()
    expect(rows).toEqual([])
    await closeSound(site)
  })
})

const postgres = inject('postgres')
describe.skipIf(postgres === null)('on PostgreSQL', () => {
  test('[WR74] a transaction that began before a check and is committed after it is found by the next', async () => {
    const site = await openSite(await createPostgres(must(postgres)))
    await raiseHeads(site.database, { heads: HEADS })
    const { check, told } = listen(site, HEADS - LISTENED)
    await check()
    const late = new pg.Client(site.database.environment.PORTICO_DATABASE)
    await late.connect()
    await late.query('begin')
    await late.query('update topic_head set position = position + 1, moved_tx = pg_current_xact_id() where topic = $1', [
      'chat:01999',
    ])
    await raiseHeads(site.database, { heads: 1, first: HEADS - 2 })
    for (let n = 0; n < 3; n++) await check()
    const before = told()
    expect(before).toContain('chat:01998')
    await late.query('commit')
    await late.end()
    await check()
    expect(told().slice(0, 1)).toEqual(['chat:01999'])
    await closeSound(site)
  })
})

const topics = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `chat:${String(from + n).padStart(5, '0')}`)

/** A hub on which somebody listens to the topics from there on, and which of them each check has told him. */
function listen({ server }: Site, from: number) {
  const hub = openHub()
  let heard: Topic[] = []
  const session = { check: ({ topic }: Head) => heard.push(topic) } as unknown as Session // a check calls nothing else
  for (const topic of topics(from, from + LISTENED)) hub.join(topic as Topic, session) // within the pattern of a topic
  return {
    check: headCheck({ hub, reads: server.store.reads }),
    told: () => {
      const told = heard
      heard = []
      return told
    },
  }
}
