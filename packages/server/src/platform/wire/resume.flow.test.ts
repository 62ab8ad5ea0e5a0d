// Who comes again says where he stands, and gets what he lacks: the entries after it, or the state instead.
import { CLOSE } from '@portico/protocol/close-codes'
import { setImmediate } from 'node:timers/promises'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Topic } from '@portico/protocol/topics'
import { OLDEST_SERVED_VERSION, VERSION } from '@portico/protocol/version'
import { openCast, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { lastForEver } from '@portico/testkit/last-for-ever'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOG_KEPT_MS } from '../log.ts'
import { must } from '../must.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * 60 * 1000

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let vera: VisitorCaller
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    vera = await cast.newVisitor()
    await lastForEver(site, cast)
  })
  afterAll(() => closeSound(site))

  test('[WR50] who comes again gets the entries after his position, and nothing twice', async () => {
    const { topic, conversation } = await talk()
    const first = await enter()
    const { epoch } = await first.hears('welcome')
    const { position, tag } = await caughtUp(first, topic)
    first.leave()
    for (const text of ['one', 'two', 'three']) await say(conversation, text)

    const again = await enter({ epoch, watch: [{ topic, position, tag }] })
    const { position: head, tag: newest } = await caughtUp(again, topic)
    expect(again.heard('snapshot').filter((frame) => frame.topic === topic)).toEqual([])
    expect(again.heard('entries').filter((frame) => frame.topic === topic)).toMatchObject([{ position: position + 1 }])
    expect(textsOf(again, topic)).toEqual(['one', 'two', 'three'])
    expect(head).toBe(position + 3)
    again.leave()
    const last = await enter({ epoch, watch: [{ topic, position: head, tag: newest }] })
    await caughtUp(last, topic)
    expect([textsOf(last, topic), last.heard('snapshot').filter((frame) => frame.topic === topic)]).toEqual([[], []])
    last.leave()
  })

  test('[WR51] a hole is filled by asking again from the last position', async () => {
    const { topic, conversation } = await talk()
    const socket = await enter()
    const { position } = await caughtUp(socket, topic)
    for (const text of ['one', 'two']) await say(conversation, text)
    await present(() => textsOf(socket, topic).length === 2)
    const tag = must(socket.heard('entries').find((frame) => frame.topic === topic)?.tags[0])
    socket.say({ type: 'watch', topic, position: position + 1, tag })
    await present(() => textsOf(socket, topic).length === 3)
    expect(textsOf(socket, topic)).toEqual(['one', 'two', 'two'])
    await say(conversation, 'three')
    await present(() => textsOf(socket, topic).length === 4)
    socket.leave()
  })

  test('[WR52] positions of another epoch mean nothing: the state comes instead', async () => {
    const { topic } = await talk()
    const { tag } = await headOf(topic)
    const socket = await enter({ epoch: 'another', watch: [{ topic, position: 1, tag }] })
    expect((await socket.hears('welcome')).epoch).not.toBe('another')
    await expectSnapshot(socket, topic)
    socket.leave()
  })

  test('[WR53] a position ahead of the head means nothing either', async () => {
    const { topic } = await talk()
    const epoch = await readEpoch()
    const { tag } = await headOf(topic)
    const socket = await enter({ epoch, watch: [{ topic, position: 1_000_000, tag }] })
    await expectSnapshot(socket, topic)
    socket.leave()
  })

  test('[WR54] a page is at most 64 KiB, whatever letters it is of', async () => {
    const { topic, conversation } = await talk()
    const epoch = await readEpoch()
    const { position, tag } = await headOf(topic)
    for (let i = 0; i < 9; i++) await say(conversation, `${i}${'語'.repeat(7000)}`)
    const socket = await enter({ epoch, watch: [{ topic, position, tag }] })
    await caughtUp(socket, topic)
    const pages = socket.heard('entries').filter((frame) => frame.topic === topic)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page.events))).toBeLessThanOrEqual(64 * 1024)
    expect(textsOf(socket, topic).map((text) => text[0])).toEqual(Array.from({ length: 9 }, (_, i) => String(i)))
    socket.leave()
  })

  test('[WR55] what is older than 48 hours is gone from the log: whoever stands there gets the state', async () => {
    const { topic, conversation } = await talk()
    const epoch = await readEpoch()
    const { position, tag } = await headOf(topic)
    await say(conversation, 'old')
    // What is due is said in the minutes after it.
    await site.clock.move(5 * MINUTE_MS)
    await site.clock.leap(LOG_KEPT_MS - HOUR_MS)
    await site.server.store.road.trim(site.clock.now())
    const early = await enter({ epoch, watch: [{ topic, position, tag }] })
    await caughtUp(early, topic)
    expect(textsOf(early, topic)).toEqual(['old'])
    early.leave()

    await site.clock.move(2 * HOUR_MS)
    // What has become due meanwhile is said before anybody looks.
    await site.server.store.road.tick(site.clock.now())
    await site.server.store.road.trim(site.clock.now())
    const late = await enter({ epoch, watch: [{ topic, position, tag }] })
    await expectSnapshot(late, topic)
    expect(late.text()).toContain('old')
    const { position: head, tag: newest } = await caughtUp(late, topic)
    late.leave()
    const level = await enter({ epoch, watch: [{ topic, position: head, tag: newest }] })
    await caughtUp(level, topic)
    expect(level.heard('snapshot').filter((frame) => frame.topic === topic)).toEqual([])
    level.leave()
    await say(conversation, 'new')
    const next = await enter({ epoch, watch: [{ topic, position: head, tag: newest }] })
    await expectSnapshot(next, topic)
    expect(next.text()).toContain('new')
    next.leave()
  })

  test('[WR56] a snapshot longer than a frame comes in parts, and none is over 64 KiB', async () => {
    const { topic, conversation } = await talk()
    await Promise.all(Array.from({ length: 20 }, (_, i) => say(conversation, `${i} ${'😀'.repeat(7000)}`)))
    const socket = await enter()
    const { position } = await caughtUp(socket, topic)
    const parts = socket.heard('snapshot').filter((frame) => frame.topic === topic)
    expect(parts.length).toBeGreaterThan(10)
    for (const frame of parts) expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThanOrEqual(64 * 1024)
    const view = JSON.parse(parts.map(({ part }) => part).join('')) as { lines: unknown[] } // a ChatView
    expect(view.lines).toHaveLength(21)
    expect(socket.heard('snapshot-end').find((frame) => frame.topic === topic)).toMatchObject({ position })
    socket.leave()
  })

  test('[WR57] a conversation that begins while its visitor connects is heard by him, whatever comes first', async () => {
    for (let i = 0; i < 60; i++) {
      vera = await cast.newVisitor()
      const socket = await openRawSocket(site.url)
      const begun = talk(vera)
      for (let turn = 0; turn < i * 8; turn++) await setImmediate()
      socket.say(visitorHello(vera.token))
      const { topic, conversation } = await begun
      await caughtUp(socket, topic)
      await say(conversation, `said ${i}`)
      await present(() => textsOf(socket, topic).includes(`said ${i}`))
      socket.leave()
    }
  })

  test('[WR3] a client that is too old is told to load itself anew, over each transport', async () => {
    const old = visitorHello(vera.token, { version: OLDEST_SERVED_VERSION - 1 })
    const socket = await openRawSocket(site.url)
    socket.say(old)
    expect((await socket.ended).code).toBe(CLOSE.reload)
    const close = { type: 'close', code: CLOSE.reload, reason: expect.any(String) }
    expect(await (await post(site, '/poll', old)).json()).toEqual({ frames: [close] })
    const streamed = await (await post(site, '/stream', old)).text()
    expect(JSON.parse(must(/^data: (.*)$/m.exec(streamed)?.[1]))).toEqual(close)
    const newer = await openRawSocket(site.url)
    newer.say(visitorHello(vera.token, { version: VERSION + 1 }))
    expect(await newer.hears('welcome')).toMatchObject({ version: VERSION })
    newer.leave()
  })

  async function enter(greeting: Parameters<typeof visitorHello>[1] = {}): Promise<RawSocket> {
    const socket = await openRawSocket(site.url)
    socket.say(visitorHello(vera.token, greeting))
    await socket.hears('welcome')
    return socket
  }

  const caughtUp = (socket: RawSocket, topic: Topic) =>
    present(() => socket.heard('caught-up').find((frame) => frame.topic === topic))

  async function expectSnapshot(socket: RawSocket, topic: Topic): Promise<void> {
    const { position, tag } = await caughtUp(socket, topic)
    expect(socket.heard('snapshot-end').filter((frame) => frame.topic === topic)).toEqual([
      { type: 'snapshot-end', topic, position, tag },
    ])
    expect(socket.heard('entries').filter((frame) => frame.topic === topic)).toEqual([])
  }

  async function readEpoch(): Promise<string> {
    const socket = await enter()
    socket.leave()
    return (await socket.hears('welcome')).epoch
  }
  async function headOf(topic: Topic): Promise<{ position: number; tag: string }> {
    const socket = await enter()
    const { position, tag } = await caughtUp(socket, topic)
    socket.leave()
    return { position, tag }
  }

  /** Vera's newest conversation, so that it is hers without asking. */
  async function talk(by?: VisitorCaller): Promise<{ conversation: ConversationId; topic: Topic }> {
    vera = by ?? (await cast.newVisitor())
    const conversation = newId<ConversationId>()
    const line = newId<LineId>()
    await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, vera.actor)
    return { conversation, topic: `chat:${conversation}` }
  }
  async function say(conversation: ConversationId, text: string): Promise<void> {
    const line = newId<LineId>()
    expect(await cast.run({ type: 'message.send', conversation, line, text }, vera.actor)).toEqual({ ok: true })
  }
})

const textsOf = (socket: RawSocket, topic: Topic): string[] =>
  socket
    .heard('entries')
    .filter((frame) => frame.topic === topic)
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'chat.line.added' && event.line.body.kind === 'message' ? [event.line.body.text] : []))
