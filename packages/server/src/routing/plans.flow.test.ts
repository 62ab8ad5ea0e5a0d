// What dispatch, the queue and Home read at each movement or every few seconds is found by indexes.
import type { ConversationId, VisitorId } from '@portico/protocol/ids'
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { fillConversations } from '@portico/testkit/fill-conversations'
import { MAIN } from '@portico/testkit/person'
import { plansOf } from '@portico/testkit/plans-of'
import { closeSound, openSite, OTHER, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLimits } from '../capacity/reads.ts'
import { findChannel } from '../channels/reads.ts'
import { readLoads } from '../conversations/seat-reads.ts'
import { readToday } from '../conversations/today.ts'
import { readParts } from '../help/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { readOfferFigures } from './figures.ts'
import { readGone, readLines, readQueue } from './queue-reads.ts'
import { findPrevious, readGiven, readLeftLately, readPassed, readWaiting } from './reads.ts'
import { readWhoWould } from './who-would.ts'

const CONVERSATIONS = 3000
const OPEN_EVERY = 5
// What grows with the years. Who works there, and what he may have, are few.
const TABLES =
  'conversation|visitor|line|seat|offer|queue_leaving|queue_staffing|conversation_status|conversation_label|helper|read_mark'
const SCANS = new RegExp(`\\b(?:SCAN|Seq Scan on) (?:${TABLES})\\b`)

onEachDatabase((create) => {
  let site: Site
  let reads: Readonly<Record<string, (db: Db) => Promise<unknown>>>
  beforeAll(async () => {
    site = await openSite(await create())
    const { ann, bob } = await openCast(site)
    const filling = { channels: [MAIN, OTHER], operator: ann.id, linesEach: 1, openEvery: OPEN_EVERY } as const
    await fillConversations(site.database, { ...filling, first: 0, last: CONVERSATIONS - 1 })
    const { options } = must(await findChannel(site.server.store.reads, MAIN))
    const automatic = { ...options, assigns: 'automatic', atOnce: 3 } as const
    const operators = [ann.id, bob.id]
    const conversation = 'c-000000005' as ConversationId // as fillConversations names it
    const visitor = 'v-000000001' as VisitorId // as above
    const at = site.clock.now()
    const line = { channel: MAIN, options: automatic, waiting: [conversation] }
    reads = {
      'who waits': (db) => readWaiting(db, MAIN),
      'all queues': readLines,
      'what the estimate begins with': (db) => readQueue(db, { ...line, at }),
      'whose visitor has gone': (db) => readGone(db, [conversation]),
      'what is given': (db) => readGiven(db, operators),
      'what was left lately': (db) => readLeftLately(db, { operators, at }),
      'who has passed': (db) => readPassed(db, conversation),
      'who met him last': (db) => findPrevious(db, visitor),
      'how much each has': (db) => readLoads(db, { operators, channel: MAIN }),
      'how much each may have': (db) => readLimits(db, { operators, channel: MAIN, options: automatic }),
      'who would get it': (db) => readWhoWould(db, { channel: MAIN, options: automatic, wish: { at, expertise: [] } }),
      'what became of offers': (db) => readOfferFigures(db, { channel: MAIN, at }),
      'how it stands with each': (db) => readParts(db, [conversation]),
      'today on Home': (db) => readToday(db, { channels: [MAIN, OTHER], zone: 'Europe/Lisbon', at }),
    }
  })
  afterAll(() => closeSound(site))

  test('[RT111] dispatch, the queue and Home find what they read by indexes', async () => {
    const scans: string[] = []
    for (const [name, read] of Object.entries(reads))
      for (const plan of await plansOf(site.server.store.reads, read)) if (SCANS.test(plan)) scans.push(`${name}: ${plan}`)
    expect(scans).toEqual([])
  })
})
