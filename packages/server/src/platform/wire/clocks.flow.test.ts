// Nodes whose clocks differ, on one PostgreSQL: what is committed is found by its position, whatever any clock says of it.
import { setTimeout } from 'node:timers/promises'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { MAIN, visitor } from '@portico/testkit/person'
import { openRawSocket, visitorHello } from '@portico/testkit/raw-socket'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { createPostgres, type TestDatabase } from '@portico/testkit/test-database'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startServer, type PorticoServer } from '../../server.ts'
import type { Clock } from '../clock.ts'
import { CLOCK_OFF_MS_MAX, watchClock } from '../clock-watch.ts'
import { must } from '../must.ts'
import { POSITION_CHECK_MS } from './limits.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const LOOK_MS = 10
const postgres = inject('postgres')

describe.skipIf(postgres === null)('on PostgreSQL', () => {
  let database: TestDatabase
  let site: Site
  let cast: Cast
  let slow: PorticoServer
  let fast: PorticoServer
  let vera: VisitorCaller
  let conversation: ConversationId

  beforeAll(async () => {
    database = await createPostgres(must(postgres))
    site = await openSite(database)
    cast = await openCast(site)
    slow = await another(offBy(-MINUTE_MS))
    fast = await another(offBy(MINUTE_MS))
    vera = await cast.newVisitor()
    conversation = newId<ConversationId>()
    const line = newLine()
    await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, vera.actor)
  })
  afterAll(async () => {
    await slow.close()
    await fast.close()
    await closeSound(site)
  })

  test('[WR65] entries of nodes whose clocks are a minute slow and fast are shown within one check, and so is a commit that a lock held for long', async () => {
    const socket = await openRawSocket(site.url)
    socket.say(visitorHello(vera.token))
    await socket.hears('caught-up', 3)
    for (const [there, offMs] of [
      [slow, -MINUTE_MS],
      [fast, MINUTE_MS],
    ] as const) {
      await say(there, offMs, `from ${offMs}`)
      await soon(() => socket.text().includes(`from ${offMs}`))
    }

    const holder = new pg.Client(database.environment.PORTICO_DATABASE)
    await holder.connect()
    await holder.query('begin')
    await holder.query('select 1 from topic_head where topic = $1 for update', [`chat:${conversation}`])
    const held = say(slow, -MINUTE_MS, 'held for long')
    for (let check = 0; check < 12; check++) await site.clock.move(POSITION_CHECK_MS)
    expect(socket.text()).not.toContain('held for long')
    await holder.query('commit')
    await holder.end()
    await held
    await soon(() => socket.text().includes('held for long'))
    socket.leave()
  })

  test('[CL39] with the clock of the device eight days slow or fast, or off to the end of time, a visitor writes', async () => {
    for (const offMs of [-8 * DAY_MS, 8 * DAY_MS, Number.MAX_SAFE_INTEGER / 64]) {
      const victor = await visitor({ ...site, clock: offBy(offMs) }, 'Victor')
      const { conversation: begun, outcome } = await victor.open('Hi')
      expect(outcome).toMatchObject({ ok: true })
      expect((await victor.say(begun, 'still here')).outcome).toEqual({ ok: true })
      victor.leave()
    }
  })

  test('[WR73] a node whose clock is off from the database’s by more than 5 seconds says so, once, and when it is right again', async () => {
    const told: [number, boolean][] = []
    let now = 0
    const watch = watchClock({
      clock: { now: () => Date.now() + now, after: site.clock.after },
      reads: site.server.store.reads,
      onClock: (offMs, isOff) => told.push([Math.round(offMs / 1000) + 0, isOff]),
      onFault: (fault) => site.faults.push(fault),
    })
    for (now of [0, CLOCK_OFF_MS_MAX / 2, -MINUTE_MS, -MINUTE_MS, 0]) await watch.check()
    expect(told).toEqual([
      [-60, true],
      [0, false],
    ])
    watch.stop()
  })

  const offBy = (ms: number): Clock => ({ now: () => Math.round(site.clock.now() + ms), after: site.clock.after })

  const another = (clock: Clock) =>
    startServer({
      openStore: database.open,
      clock,
      host: '127.0.0.1',
      port: 0,
      trusted: [],
      onFault: (fault) => site.faults.push(fault),
      onFatal: (error) => site.faults.push({ what: 'fatal', error }),
    })

  async function say(there: PorticoServer, offMs: number, text: string): Promise<void> {
    const at = site.clock.now() + offMs
    const command = { type: 'message.send', conversation, line: newLine(), text } as const
    expect(await there.store.road.run({ id: newId(at), command, actor: vera.actor, at })).toEqual({ ok: true })
  }

  // A check that was still under way when time moved on makes the next one late by one.
  async function soon(come: () => boolean): Promise<void> {
    for (let checks = 0; checks < 2 && !come(); checks++) {
      await site.clock.move(POSITION_CHECK_MS)
      for (let looks = 0; looks < 300 && !come(); looks++) await setTimeout(LOOK_MS)
    }
    expect(come()).toBe(true)
  }
})

const newLine = () => newId<LineId>()
