// What lists are told of by fleeting hints alone: whoever was not there when they were said is told as he comes again.
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { ServerFrame } from '@portico/protocol/session'
import { openCast, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

const AWAY_MS = 20_000
const topic = `channel:${MAIN}` as const

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let vera: VisitorCaller
  let conversation: ConversationId
  let epoch: string | null = null
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    vera = await cast.newVisitor()
    conversation = newId<ConversationId>()
    const line = newLine()
    await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, vera.actor)
  })
  afterAll(() => closeSound(site))

  test('[WR59] who comes again by position is told what moved in his lists, however long he was away, and only then', async () => {
    const first = await enter({})
    const cursor = await leave(first)
    await say('while away')
    await site.clock.move(AWAY_MS)
    const again = await enter(cursor)
    const before = await leave(again)
    const told = { type: 'list.moved', rows: [{ conversation, summary: { excerpt: 'while away', visitorLines: 2 } }] }
    expect(movedIn(again.frames())).toMatchObject([told])
    expect(again.heard('snapshot').filter((frame) => frame.topic === topic)).toEqual([])

    const level = await enter(before)
    expect(await leave(level)).toEqual(before)
    expect(movedIn(level.frames())).toEqual([])
    const { mark: _, ...unmarked } = before
    const unsure = await enter(unmarked)
    await leave(unsure)
    expect(movedIn(unsure.frames())).toHaveLength(1)
  })

  test('[WR59] a poll is answered at once when a list has moved, and held when none has', async () => {
    const cursors = cursorsIn(await poll([]))
    await say('between two polls')
    const frames = await poll(cursors)
    expect(movedIn(frames)).toMatchObject([{ rows: [{ summary: { excerpt: 'between two polls' } }] }])
    let answered = false
    const held = poll(cursorsIn(frames)).finally(() => (answered = true))
    for (let i = 0; i < 3; i++) await fetch(`${site.url}/api/start`)
    expect(answered).toBe(false)
    await passUntil(site.clock, () => answered)
    expect((await held).map(({ type }) => type)).toEqual(['welcome', ...cursors.map(() => 'caught-up')])
  })

  async function enter(cursor: object): Promise<RawSocket> {
    const socket = await openRawSocket(site.url, { headers: cast.ann.headers })
    const watch = 'position' in cursor ? [{ topic, ...cursor }] : []
    socket.say(operatorHello({ epoch, watch: watch as never })) // as it was told
    return socket
  }

  async function leave(socket: RawSocket): Promise<{ mark?: string | undefined }> {
    ;({ epoch } = await socket.hears('welcome'))
    const { type: _, ...cursor } = await present(() => socket.heard('caught-up').find((frame) => frame.topic === topic))
    socket.leave()
    return cursor
  }

  async function poll(watch: readonly object[]): Promise<readonly ServerFrame[]> {
    const response = await post(site, '/poll', operatorHello({ epoch, watch: watch as never }), cast.ann.headers) // as they were told
    return ((await response.json()) as { frames: ServerFrame[] }).frames // the route's answer
  }

  async function say(text: string): Promise<void> {
    expect(await cast.run({ type: 'message.send', conversation, line: newLine(), text }, vera.actor)).toEqual({ ok: true })
  }
})

const movedIn = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'fleeting' && frame.fleeting.type === 'list.moved' ? [frame.fleeting] : []))

const cursorsIn = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'caught-up' ? [{ ...frame, type: undefined }] : []))

const newLine = () => newId<LineId>()
