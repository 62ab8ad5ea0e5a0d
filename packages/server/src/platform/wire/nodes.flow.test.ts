// Two servers on one database, and no word between them: what one does the other finds out by looking, in 5 seconds.
import { setTimeout } from 'node:timers/promises'
import { CLOSE } from '@portico/protocol/close-codes'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Caller, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, OTHER, type Site } from '@portico/testkit/site'
import { createPostgres, type TestDatabase } from '@portico/testkit/test-database'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startServer, type PorticoServer } from '../../server.ts'
import { must } from '../must.ts'
import { POSITION_CHECK_MS } from './limits.ts'

const LOOK_MS = 10
const postgres = inject('postgres')

// A SQLite file belongs to one server.
describe.skipIf(postgres === null)('on PostgreSQL', () => {
  let database: TestDatabase
  let site: Site
  let cast: Cast
  let other: PorticoServer
  let vera: VisitorCaller
  let conversation: ConversationId
  let veraHere: RawSocket
  let annHere: RawSocket

  beforeAll(async () => {
    database = await createPostgres(must(postgres))
    site = await openSite(database)
    cast = await openCast(site)
    other = await startServer({
      openStore: database.open,
      clock: site.clock,
      host: '127.0.0.1',
      port: 0,
      trusted: [],
      onFault: (fault) => site.faults.push(fault),
      onFatal: (error) => site.faults.push({ what: 'fatal', error }),
    })
    vera = await cast.newVisitor()
    conversation = newId<ConversationId>()
    await thereRun(
      { type: 'conversation.open', conversation, channel: MAIN, line: newLine(), text: 'Hi', introduction: {} },
      vera,
    )
    veraHere = await enter(vera)
    annHere = await enter(cast.ann)
    annHere.say({ type: 'watch', topic: `conversation:${conversation}`, position: null })
    await annHere.hears('caught-up', 4)
    await veraHere.hears('caught-up', 3)
  })
  afterAll(async () => {
    await other.close()
    await closeSound(site)
  })

  test('[WR60] what is committed by the other server comes in 5 seconds, once', async () => {
    await thereRun({ type: 'message.send', conversation, line: newLine(), text: 'from over there' }, vera)
    await quiet(annHere)
    expect(annHere.text()).not.toContain('from over there')
    const said = (socket: RawSocket) =>
      socket.heard('entries').filter((frame) => JSON.stringify(frame).includes('from over there'))
    await soon(() => said(annHere).length > 0 && said(veraHere).length > 0)
    await site.clock.move(POSITION_CHECK_MS)
    await quiet(annHere, veraHere)
    expect([said(annHere).length, said(veraHere).length]).toEqual([1, 1])
  })

  test('[WR61] lists hear of movement over there, too', async () => {
    const stirred = () =>
      annHere
        .heard('fleeting')
        .filter(({ fleeting }) => fleeting.type === 'conversation.stirred' || fleeting.type === 'list.moved')
    const before = stirred().length
    await thereRun({ type: 'message.send', conversation, line: newLine(), text: 'and again' }, vera)
    await quiet(annHere)
    expect(stirred()).toHaveLength(before)
    await soon(() => stirred().some(({ fleeting }) => JSON.stringify(fleeting).includes('and again')))
  })

  test('[WR62] who is made a member over there sees the channel here, and who is put out of it does not any more', async () => {
    const ada = await enter(cast.ada)
    await thereRun({ type: 'channel.join', channel: OTHER, operator: cast.ada.id }, cast.root)
    await soon(() => ada.heard('caught-up').some(({ topic }) => topic === `channel:${OTHER}`))
    await thereRun({ type: 'channel.leave', channel: OTHER, operator: cast.ada.id }, cast.root)
    await soon(() => ada.heard('gone').some(({ topic }) => topic === `channel:${OTHER}`))
    ada.leave()
  })

  test('[WR63] who is revoked, or whose session is ended, over there is sent away here in 5 seconds', async () => {
    const bob = await enter(cast.bob)
    const session = await cast.newSession(cast.ann.id)
    const ann = await enter(session)
    await thereRun({ type: 'operator.revoke', operator: cast.bob.id }, cast.root)
    await thereRun({ type: 'session.revoke', session: session.session }, cast.ann)
    await quiet(bob, ann)
    expect([bob.hasEnded(), ann.hasEnded()]).toEqual([false, false])
    await soon(() => bob.hasEnded() && ann.hasEnded())
    expect([(await bob.ended).code, (await ann.ended).code]).toEqual([CLOSE.withdrawn, CLOSE.revoked])
    expect(annHere.hasEnded()).toBe(false)
  })

  test('[WR64] a conversation begun over there appears in the list and on the visitor’s other tab', async () => {
    const victor = await cast.newVisitor()
    const tab = await enter(victor)
    const begun = newId<ConversationId>()
    await thereRun(
      { type: 'conversation.open', conversation: begun, channel: MAIN, line: newLine(), text: 'Hi', introduction: {} },
      victor,
    )
    await soon(() => tab.heard('caught-up').some(({ topic }) => topic === `chat:${begun}`))
    await present(() =>
      annHere.heard('entries').some(({ events }) => events.some((event) => event.type === 'row.added' && event.row.id === begun)),
    )
    tab.leave()
  })

  // A check that was still under way when time moved on makes the next one late by one.
  async function soon(come: () => boolean): Promise<void> {
    for (let checks = 0; checks < 2 && !come(); checks++) {
      await site.clock.move(POSITION_CHECK_MS)
      for (let looks = 0; looks < 300 && !come(); looks++) await setTimeout(LOOK_MS)
    }
    expect(come()).toBe(true)
  }

  async function thereRun(command: Parameters<Cast['run']>[0], { actor }: Caller): Promise<void> {
    const at = site.clock.now()
    expect(await other.store.road.run({ id: newId(at), command, actor, at })).toMatchObject({ ok: true })
  }

  async function enter({ headers, as }: Caller): Promise<RawSocket> {
    const socket = await openRawSocket(site.url, { headers })
    socket.say(as.kind === 'visitor' ? visitorHello(as.token) : operatorHello())
    await socket.hears('caught-up')
    return socket
  }
})

const newLine = () => newId<LineId>()

/** Whatever was under way to these has come. */
async function quiet(...sockets: RawSocket[]): Promise<void> {
  for (const socket of sockets) {
    const before = socket.heard('pong').length
    socket.say({ type: 'ping', nonce: 'quiet' })
    await socket.hears('pong', before + 1)
  }
}
