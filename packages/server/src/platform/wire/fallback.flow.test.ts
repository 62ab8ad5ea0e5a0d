// What the streamed POST and the long poll do that a socket does not.
import { request } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { ServerFrame } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import { openCast, type Caller, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { pass } from '@portico/testkit/clock'
import { configure } from '@portico/testkit/configure'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ABSENT_MS } from '../../presence/lease.ts'
import { must } from '../must.ts'
import { BEHIND_MAX, PING_MS, POLL_MS } from './limits.ts'

const MIB = 1024 * 1024

let site: Site
let cast: Cast
beforeAll(async () => {
  site = await openSite(await newSqlite())
  cast = await openCast(site)
  // Who waits hears of nothing but of what is said.
  await configure((command) => cast.run(command, cast.root.actor), { ...site, channel: MAIN, changes: { tellsQueue: 'nothing' } })
})
afterAll(() => closeSound(site))

test('[WR41] a stream begins at once with 2 KB of comment, and then each line of data is one frame', async () => {
  const { vera, conversation } = await talk()
  const { response, frames, text, leave } = await stream(vera)
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  await present(() => frames().some(({ type }) => type === 'welcome'))
  expect(text().slice(0, 2048)).toBe(`:${' '.repeat(2047)}`)
  await present(() => frames().filter(({ type }) => type === 'caught-up').length === 3)
  await say(vera, conversation, 'live')
  await present(() => frames().some((frame) => frame.type === 'entries' && JSON.stringify(frame).includes('live')))
  leave()
})

test('[WR41] a stream is pinged every 25 seconds, so that proxies and clients know it lives', async () => {
  const { vera } = await talk()
  const { frames, leave } = await stream(vera)
  await present(() => frames().some(({ type }) => type === 'caught-up'))
  await site.clock.move(PING_MS)
  await present(() => frames().some(({ type }) => type === 'ping'))
  leave()
})

test('[WR42] a poll without news is held for 25 seconds', async () => {
  const { vera, topic } = await talk()
  const cursors = await readCursors(vera)
  const held = poll(vera, cursors)
  expect(await isPending(held)).toBe(true)
  await site.clock.move(POLL_MS - 1)
  expect(await isPending(held)).toBe(true)
  await site.clock.move(1)
  const frames = await held
  expect(frames.map(({ type }) => type)).toEqual(['welcome', 'caught-up', 'caught-up', 'caught-up'])
  expect(frames).toContainEqual({ type: 'caught-up', ...cursorIn(cursors, topic) })
})

test('[WR42] a poll is answered as soon as there is news', async () => {
  const { vera, topic, conversation } = await talk()
  const cursors = await readCursors(vera)
  const held = poll(vera, cursors)
  expect(await isPending(held)).toBe(true)
  await say(vera, conversation, 'news')
  expect(await held).toContainEqual(
    expect.objectContaining({ type: 'entries', topic, position: cursorIn(cursors, topic).position + 1 }),
  )
})

test('[WR42] polls that are given up while they begin leave nothing behind', async () => {
  const { vera } = await talk()
  const cursors = await readCursors(vera)
  const body = JSON.stringify(visitorHello(vera.token, { epoch, watch: cursors }))
  for (let turns = 0; turns < 30; turns++) {
    const asked = request(`${site.url}/poll`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    asked.on('error', () => {})
    await new Promise<void>((resolve) => asked.end(body, resolve))
    const closed = new Promise((resolve) => asked.once('close', resolve))
    for (let i = 0; i < turns; i++) await setImmediate()
    asked.destroy()
    await closed
  }
  await present(async () => (await poll(vera, [])).some(({ type }) => type === 'welcome'))
})

test('[WR43] a poll far behind is answered in pieces of a mebibyte, and the next goes on from there', async () => {
  const { vera, topic, conversation } = await talk()
  let cursors = await readCursors(vera)
  const texts = Array.from({ length: 100 }, (_, i) => `${i} ${'😀'.repeat(7900)}`)
  for (let i = 0; i < texts.length; i += 20)
    await Promise.all(texts.slice(i, i + 20).map((text) => say(vera, conversation, text)))
  const heard: string[] = []
  let answers = 0
  while (heard.length < texts.length && answers < BEHIND_MAX) {
    const frames = await poll(vera, cursors)
    expect(JSON.stringify(frames).length).toBeLessThan(2 * MIB)
    answers++
    for (const frame of frames) {
      if (frame.type !== 'entries' || frame.topic !== topic) continue
      heard.push(
        ...frame.events.flatMap((event) =>
          event.type === 'chat.line.added' && 'text' in event.line.body ? [event.line.body.text] : [],
        ),
      )
      cursors = cursors.map((cursor) =>
        cursor.topic === topic
          ? { topic, position: frame.position + frame.events.length - 1, tag: frame.tags.at(-1) ?? '' }
          : cursor,
      )
    }
  }
  expect(heard.toSorted()).toEqual(texts.toSorted())
  expect(answers).toBeGreaterThan(2)
})

test('[WR44] a stream ends after 40 seconds, whoever may be at its other end: a dead one keeps no channel staffed', async () => {
  const ann = await openRawSocket(site.url, { headers: cast.ann.headers })
  ann.say(operatorHello())
  await ann.hears('welcome')
  const bob = await stream(cast.bob)
  const isHere = () =>
    ann
      .heard('entries')
      .flatMap(({ events }) => events)
      .findLast((event) => event.type === 'presence.changed' && event.presence.operator === cast.bob.id)
  await present(() => JSON.stringify(isHere())?.includes('"connectedAt":1'))
  await pass(site.clock, 35_000)
  expect(bob.hasEnded()).toBe(false)
  await pass(site.clock, 10_000)
  await present(bob.hasEnded)
  await pass(site.clock, ABSENT_MS)
  await present(() => JSON.stringify(isHere())?.includes('"connectedAt":null'))
  ann.leave()
})

async function talk() {
  const vera = await cast.newVisitor()
  const conversation = newId<ConversationId>()
  const line = newId<LineId>()
  await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, vera.actor)
  return { vera, conversation, topic: `chat:${conversation}` as Topic }
}

async function say({ actor }: VisitorCaller, conversation: ConversationId, text: string): Promise<void> {
  const line = newId<LineId>()
  expect(await cast.run({ type: 'message.send', conversation, line, text }, actor)).toEqual({ ok: true })
}

type Cursors = { topic: Topic; position: number; tag: string }[]
let epoch: string | null = null

async function poll({ token }: VisitorCaller, watch: Cursors): Promise<ServerFrame[]> {
  const response = await post(site, '/poll', visitorHello(token, { epoch, watch }))
  return ((await response.json()) as { frames: ServerFrame[] }).frames // the route's answer
}

async function readCursors(vera: VisitorCaller): Promise<Cursors> {
  const frames = await poll(vera, [])
  for (const frame of frames) if (frame.type === 'welcome') epoch = frame.epoch
  return frames.flatMap((frame) =>
    frame.type === 'caught-up' ? [{ topic: frame.topic, position: frame.position, tag: frame.tag }] : [],
  )
}
const cursorIn = (cursors: Cursors, topic: Topic) => must(cursors.find((cursor) => cursor.topic === topic))

/** Still without an answer, though the server has answered somebody who asked later. */
async function isPending(answer: Promise<unknown>): Promise<boolean> {
  let pending = true
  void answer.then(() => (pending = false))
  for (let i = 0; i < 3; i++) await fetch(`${site.url}/api/start`)
  return pending
}

async function stream({ as, headers }: Caller) {
  const leaving = new AbortController()
  const response = await fetch(`${site.url}/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(as.kind === 'visitor' ? visitorHello(as.token) : operatorHello()),
    signal: leaving.signal,
  })
  let text = ''
  let ended = false
  void (async () => {
    try {
      for await (const chunk of must(response.body)) text += Buffer.from(chunk).toString('utf8')
      ended = true
    } catch (error) {
      if (!leaving.signal.aborted) throw error
    }
  })()
  const frames = () =>
    text
      .split('\n\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line.slice('data: '.length)) as ServerFrame) // the server's word
  return { response, frames, text: () => text, hasEnded: () => ended, leave: () => leaving.abort() }
}
