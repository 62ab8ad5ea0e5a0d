// How many may connect and what one connection may hold, counted on one node whatever the database; the clock is moved by hand.
import { solve } from '@portico/client/solve'
import { CLOSE } from '@portico/protocol/close-codes'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { FRAME_BYTES_MAX, MESSAGE_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import type { ServerFrame } from '@portico/protocol/session'
import type { Topic } from '@portico/protocol/topics'
import { openCast, type Caller, type Cast } from '@portico/testkit/cast'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { knock, openRawSocket, operatorHello, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, watchLimits, type Reached, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintToken } from '../../auth/token.ts'
import { system } from '../actor.ts'
import { must } from '../must.ts'
import { BEHIND_MAX, PAGE_ENTRIES } from './limits.ts'

/** What a refresh tells anew of each lobby. */
const PARTS_OF_LOBBY = 2

let site: Site
let cast: Cast
let reached: Reached
let victor: Caller
beforeAll(async () => {
  site = await openSite(await newSqlite())
  cast = await openCast(site)
  victor = await cast.newVisitor()
})
afterAll(() => closeSound(site))
beforeEach(async () => {
  reached = await watchLimits(site)
})

test('[WR20] whoever says no hello in 10 seconds is sent away', async () => {
  const socket = await openRawSocket(site.url)
  await site.clock.move(9999)
  expect(socket.hasEnded()).toBe(false)
  await site.clock.move(1)
  expect((await socket.ended).code).toBe(CLOSE.noHello)
  expect(await reached('hello-late')).toBe(1)
})

test('[WR21] whoever answers a ping is kept; whoever does not in 10 seconds is ended', async () => {
  const [lively, silent] = [await enter(victor), await enter(victor, { answersPings: false })]
  await site.clock.move(28_000)
  await Promise.all([lively.hears('ping'), silent.hears('ping')])
  silent.say({ type: 'pong', nonce: 'a-guess' })
  await settled(lively, silent)
  await site.clock.move(10_000)
  await silent.ended
  expect(await reached('pong-late')).toBe(1)
  await settled(lively)
  lively.leave()
})

test('[WR10] a frame of 64 KiB is read, a longer one ends the connection', async () => {
  const socket = await enter(victor)
  const ping = { type: 'ping', nonce: 'a', filling: '' }
  socket.say({ ...ping, filling: 'x'.repeat(FRAME_BYTES_MAX - JSON.stringify(ping).length) })
  await socket.hears('pong')
  socket.say({ ...ping, filling: 'x'.repeat(FRAME_BYTES_MAX + 1 - JSON.stringify(ping).length) })
  expect((await socket.ended).code).toBe(1009)
  expect(await reached('frame-bytes')).toBe(1)
})

test('[WR11] a message has at most 8,000 code points, whatever they weigh', async () => {
  const socket = await enter(await cast.newVisitor())
  const said = await open(socket, '😀'.repeat(MESSAGE_CODE_POINTS_MAX))
  expect(said.outcome).toMatchObject({ ok: true })
  expect((await open(socket, 'x'.repeat(MESSAGE_CODE_POINTS_MAX + 1))).outcome).toMatchObject({ ok: false, refused: 'invalid' })
  socket.leave()
})

test('[WR12] ten bad frames are answered, and the tenth ends the connection for good', async () => {
  const socket = await enter(victor)
  socket.say(...Array.from({ length: 12 }, () => 'not JSON'))
  expect((await socket.ended).code).toBe(CLOSE.badFrames)
  expect(socket.heard('error')).toHaveLength(10)
  expect(await reached('bad-frames')).toBe(1)
})

test('[WR23] sixty new visitors a minute come from one address; whoever was here before always comes in', async () => {
  const from = { 'x-forwarded-for': '10.20.0.1' }
  for (let i = 0; i < 60; i++) expect((await greet(mintToken(), from)).heard('welcome')).toHaveLength(1)
  const late = mintToken()
  const refused = await greet(late, from)
  expect(await refused.ended).toEqual({ code: CLOSE.rate, reason: '1000' })
  expect((await greet((await cast.newVisitor()).token, from)).heard('welcome')).toHaveLength(1)
  expect((await greet(mintToken(), { 'x-forwarded-for': '10.20.0.2' })).heard('welcome')).toHaveLength(1)
  const polled = await post(site, '/poll', visitorHello(mintToken()), from)
  expect(await polled.json()).toMatchObject({ frames: [{ type: 'close', code: CLOSE.rate, retryAfterMs: 1000 }] })
  expect(await reached('new-visitors')).toBe(2)
  await site.clock.move(1000)
  expect((await greet(late, from)).heard('welcome')).toHaveLength(1)
})

test('[WR36] over that, whoever solves the challenge comes in at once', async () => {
  const from = { 'x-forwarded-for': '10.20.0.3' }
  for (let i = 0; i < 60; i++) await greet(mintToken(), from)
  const late = mintToken()
  const [told] = (await greet(late, from)).heard('close')
  expect(told).toMatchObject({ code: CLOSE.rate, retryAfterMs: 1000 })
  const solution = await solve(must(told?.challenge))
  expect((await greet(mintToken(), { 'x-forwarded-for': '10.20.0.4' }, { solution })).heard('welcome')).toHaveLength(1)
  expect((await greet(late, from, { solution })).heard('welcome')).toHaveLength(1)
  expect((await greet(mintToken(), from, { solution })).heard('close')).toMatchObject([
    { challenge: { puzzle: expect.any(String) } },
  ])

  const polled = (await (await post(site, '/poll', visitorHello(mintToken()), from)).json()) as { frames: ServerFrame[] } // the route's answer
  const [over] = polled.frames.filter((frame) => frame.type === 'close')
  const hello = visitorHello(mintToken(), { solution: await solve(must(over?.challenge)) })
  expect(await (await post(site, '/poll', hello, from)).text()).toContain('"welcome"')
})

test('[WR23] nobody becomes a visitor by a command or a read: only by hello', async () => {
  const headers = { authorization: `Bearer ${mintToken()}` }
  expect((await post(site, '/commands', { commands: [] }, headers)).status).toBe(401)
  expect((await fetch(`${site.url}/api/chats/${newId()}/lines`, { headers })).status).toBe(401)
})

test('[WR24] one address has at most 1,000 connections; over that it is told so in words', async () => {
  const here = { 'x-forwarded-for': '10.30.0.1' }
  const elsewhere = { 'x-forwarded-for': '10.30.0.2' }
  const greeted: RawSocket[] = []
  for (let i = 0; i < 200; i++) {
    const { token } = await cast.newVisitor()
    greeted.push(...(await Promise.all(Array.from({ length: 5 }, () => greet(token, here)))))
  }
  expect(await knock(site.url, here)).toBe(429)
  const streamed = await post(site, '/stream', visitorHello(mintToken()), here)
  expect([streamed.status, await streamed.json()]).toEqual([429, { refused: 'retry', afterMs: 10_000, limit: 'connections' }])
  expect(await knock(site.url, elsewhere)).toBe(101)
  expect(await reached('connections-of-address')).toBe(2)
  for (const socket of greeted) socket.leave()
  await present(async () => (await knock(site.url, here)) === 101)
})

test('[WR24] a thousand in all may be without hello: the oldest makes room for the newest', async () => {
  const silent: RawSocket[] = []
  for (let i = 0; i < 1000; i++)
    silent.push(await openRawSocket(site.url, { headers: { 'x-forwarded-for': `10.31.0.${i % 20}` } }))
  expect(silent.some((socket) => socket.hasEnded())).toBe(false)
  const late = await openRawSocket(site.url, { headers: { 'x-forwarded-for': '10.32.0.1' } })
  expect((await silent[0]?.ended)?.code).toBe(CLOSE.noHello)
  expect(await reached('connections-without-hello')).toBe(1)
  for (const socket of [...silent, late]) socket.leave()
})

test('[WR25] at most 64 topics are watched, though all are asked for at once', async () => {
  const conversations = await Promise.all(Array.from({ length: 70 }, newConversation))
  const socket = await enter(cast.ann)
  socket.say(...conversations.map((id) => ({ type: 'watch', topic: `conversation:${id}`, position: null })))
  const caughtUp = () => socket.heard('caught-up').filter(({ topic }) => topic.startsWith('conversation:')).length
  await present(() => caughtUp() + socket.heard('gone').length === 70)
  expect([caughtUp(), await reached('watched')]).toEqual([64, 6])
  const [first] = socket.heard('gone')
  socket.say(
    { type: 'unwatch', topic: `conversation:${conversations[0]}` },
    { type: 'watch', topic: first?.topic, position: null },
  )
  await present(() => caughtUp() === 65)
  socket.leave()
})

test('[WR26] at most 256 commands of one connection wait for their answer', async () => {
  const socket = await enter(cast.olaf)
  const commands = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      type: 'command',
      id: newId(site.clock.now()),
      command: { type: 'availability.set', availability: i % 2 === 0 ? 'everybody' : 'unavailable' },
    }))
  socket.say(...commands(256))
  await socket.hears('reply', 256)
  socket.say(...commands(400))
  expect(await socket.ended).toEqual({ code: CLOSE.rate, reason: '1000' })
  expect(await reached('commands-waiting')).toBe(1)
})

test('[WR54] up to 2,000 entries behind the entries come, in pages of 100; further behind the state', async () => {
  const topic: Topic = `lobby:${MAIN}`
  const vera = await cast.newVisitor()
  const come = async ({ position, tag }: { position: number | null; tag?: string }, epoch: string | null) => {
    const { hears, heard, leave } = await greet(
      vera.token,
      {},
      { epoch, watch: [{ topic, position, ...(tag !== undefined && { tag }) }] },
    )
    const end = await present(() => heard('caught-up').find((frame) => frame.topic === topic))
    leave()
    const pages = heard('entries').filter((frame) => frame.topic === topic)
    return {
      pages,
      end,
      epoch: (await hears('welcome')).epoch,
      snapshots: heard('snapshot-end').filter((frame) => frame.topic === topic),
    }
  }
  const { epoch, end } = await come({ position: null }, null)
  const refresh = { type: 'lobby.refresh', channels: times(BEHIND_MAX / PARTS_OF_LOBBY, MAIN) } as const
  expect(await cast.run(refresh, system('presence'))).toEqual({ ok: true })

  const near = await come(end, epoch)
  expect([near.snapshots, near.end.position]).toEqual([[], end.position + BEHIND_MAX])
  expect(near.pages.map(({ events }) => events.length)).toEqual(times(BEHIND_MAX / PAGE_ENTRIES, PAGE_ENTRIES))
  expect(near.pages.map(({ position }) => position)).toEqual(near.pages.map((_, i) => end.position + 1 + i * PAGE_ENTRIES))
  const far = await come({ ...end, position: end.position - 1 }, epoch)
  expect([far.snapshots.length, far.pages]).toEqual([1, []])
})

async function enter({ headers, as }: Caller, options: { answersPings?: boolean } = {}): Promise<RawSocket> {
  const socket = await openRawSocket(site.url, { headers, ...options })
  socket.say(as.kind === 'visitor' ? visitorHello(as.token) : operatorHello())
  await socket.hears('welcome')
  return socket
}

/** Comes and is welcomed, or sent away. */
async function greet(
  token: string,
  headers: Record<string, string>,
  greeting: Parameters<typeof visitorHello>[1] = {},
): Promise<RawSocket> {
  const socket = await openRawSocket(site.url, { headers })
  socket.say(visitorHello(token, greeting))
  await present(() => socket.heard('welcome').length > 0 || socket.hasEnded())
  return socket
}

async function settled(...sockets: RawSocket[]): Promise<void> {
  for (const socket of sockets) {
    const before = socket.heard('pong').length
    socket.say({ type: 'ping', nonce: 'settled' })
    await socket.hears('pong', before + 1)
  }
}

async function open(socket: RawSocket, text: string) {
  const before = socket.heard('reply').length
  const opening = { type: 'conversation.open', conversation: newId(), channel: MAIN, line: newId(), text, introduction: {} }
  socket.say({ type: 'command', id: newId(site.clock.now()), command: opening })
  return socket.hears('reply', before + 1)
}

async function newConversation(): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const line = newId<LineId>()
  const { actor } = await cast.newVisitor()
  await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, actor)
  return conversation
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
