// What anybody may say and ask before it is looked at, counted on one node whatever the database; the clock is moved by hand.
import { connect, type Socket } from 'node:net'
import { CLOSE } from '@portico/protocol/close-codes'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Caller, type Cast } from '@portico/testkit/cast'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, watchLimits, type Reached, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintToken } from '../../auth/token.ts'
import {
  CLOSING_MS,
  CONNECTIONS_PER_PREFIX,
  CONNECTS,
  CONNECTS_HELD_PER_PREFIX,
  HELD_PER_PREFIX,
  IDLE_CONNECTIONS_PER_PREFIX,
  OF_ADDRESS,
  OF_CONNECTION,
  OF_OPERATOR,
  OF_VISITOR,
  SOCKETS_WITHOUT_HELLO_PER_PREFIX,
  UNREAD_FRAMES_MAX,
  VISITOR_RESENT,
} from './limits.ts'

const MINUTE_MS = 60_000
const AT_ONCE = 100
const ASKING = 'GET /api/start HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'
const BODY_TO_COME = 'POST /poll HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n'
const FAR = { 'x-forwarded-for': '10.60.0.1' }

let site: Site
let cast: Cast
let reached: Reached
beforeAll(async () => {
  site = await openSite(await newSqlite())
  cast = await openCast(site)
})
afterAll(() => closeSound(site))
beforeEach(async () => {
  await site.clock.move(MINUTE_MS) // all budgets are full
  reached = await watchLimits(site)
})

test('[WR100] over its budget a connection is not read from; nobody else waits, and it is not taken for dead', async () => {
  const [ann, bob] = [await enter(cast.ann), await enter(cast.bob)]
  const burst = OF_CONNECTION.count.burst
  ann.say(...pings(burst + 200))
  await ann.hears('pong', burst - 2) // the hello and the last pong before it were the first
  await settled(bob)
  expect(ann.heard('pong').length).toBeLessThan(burst)
  expect(await reached('frames-of-connection')).toBeGreaterThan(0)
  for (let seconds = 0; seconds < 60; seconds++) await site.clock.move(1000)
  await ann.hears('pong', burst + 200)
  expect(ann.hasEnded()).toBe(false)
  ann.leave()
  bob.leave()
})

test('[WR100] a flood that was read at once ends the connection', async () => {
  const ann = await enter(cast.ann)
  ann.say(...pings(OF_CONNECTION.count.burst), ...Array.from({ length: 10 * UNREAD_FRAMES_MAX }, () => '{}'))
  await present(async () => (await reached('frames-unread')) === 1)
  await site.clock.move(CLOSING_MS)
  await ann.ended
  expect(ann.heard('close')).toMatchObject([{ code: CLOSE.rate, limit: 'requests' }])
})

test('[WR100] bytes are counted as frames are', async () => {
  const olaf = await enter(cast.olaf)
  const heavy = { type: 'ping', nonce: 'heavy', filling: 'x'.repeat(60_000) }
  olaf.say(...Array.from({ length: 25 }, () => heavy))
  await present(async () => (await reached('frames-of-connection')) > 0)
  expect(olaf.heard('pong').length).toBeLessThan(20)
  for (let seconds = 0; seconds < 20; seconds++) await site.clock.move(1000)
  await olaf.hears('pong', 25)
  olaf.leave()
})

test('[WR101] whoever nobody knows shares the budget of his address; whoever is known there has his own', async () => {
  const strangers = await Promise.all(Array.from({ length: 2 }, () => greet(mintToken())))
  const known = await greet((await cast.newVisitor()).token)
  for (const socket of strangers) socket.say(...pings(900))
  await present(async () => (await reached('frames-of-address')) > 0)
  const heard = strangers.reduce((sum, socket) => sum + socket.heard('pong').length, 0)
  expect(heard).toBeLessThanOrEqual(OF_ADDRESS.count.burst)
  await settled(known)
  for (const socket of [...strangers, known]) socket.leave()
})

test('[WR102] a person’s budget is one over all his connections', async () => {
  const vera = await cast.newVisitor()
  const [one, other] = [await greet(vera.token), await greet(vera.token)]
  one.say(...pings(OF_VISITOR.count.burst / 2))
  other.say(...pings(OF_VISITOR.count.burst / 2 + 10))
  await present(async () => (await reached('frames-of-visitor')) > 0)
  expect(one.heard('pong').length + other.heard('pong').length).toBeLessThanOrEqual(OF_VISITOR.count.burst)
  const ada = await Promise.all([enter(cast.ada), enter(cast.ada), enter(cast.ada)])
  for (const socket of ada) socket.say(...pings(OF_OPERATOR.count.burst / 2 - 300))
  await present(async () => (await reached('frames-of-operator')) > 0)
  for (const socket of [one, other, ...ada]) socket.leave()
})

test('[WR103] one address has 100 places without hello, and the oldest makes room for the newest', async () => {
  const silent: RawSocket[] = []
  for (let i = 0; i < SOCKETS_WITHOUT_HELLO_PER_PREFIX; i++) silent.push(await openRawSocket(site.url, { headers: FAR }))
  expect(silent.some((socket) => socket.hasEnded())).toBe(false)
  const late = await greet((await cast.newVisitor()).token)
  expect(late.heard('welcome')).toHaveLength(1)
  expect((await silent[0]?.ended)?.code).toBe(CLOSE.noHello)
  expect(silent.filter((socket) => socket.hasEnded())).toHaveLength(1)
  expect(await reached('connections-without-hello')).toBe(1)
  for (const socket of [...silent, late]) socket.leave()
})

test('[WR104] who has a view sent again and again gets it ever more slowly, and is not refused', async () => {
  const vera = await cast.newVisitor()
  const conversation = await longConversation(vera)
  const socket = await greet(vera.token)
  await socket.hears('caught-up', 3)
  const heardBytes = () => socket.heard('snapshot').reduce((sum, { part }) => sum + part.length, 0)
  socket.say(...Array.from({ length: 40 }, () => ({ type: 'watch', topic: `chat:${conversation}`, position: null })))
  await settled(socket)
  for (let asked = 0; (await reached('catch-up')) === 0; asked++) {
    if (asked > 200) throw new Error('it is sent without end')
    socket.say({ type: 'watch', topic: `chat:${conversation}`, position: null })
    await settled(socket)
  }
  const before = heardBytes()
  expect(before).toBeLessThan(2 * VISITOR_RESENT.burst)
  for (let seconds = 0; seconds < 10; seconds++) await site.clock.move(1000)
  socket.say({ type: 'watch', topic: `chat:${conversation}`, position: null })
  await present(() => heardBytes() > before)
  expect(socket.hasEnded()).toBe(false)
  socket.leave()
})

test('[WR105] over the budget of an address requests wait and are then told to; whoever is known there is served', async () => {
  const get = (headers: Record<string, string> = {}) => fetch(`${site.url}/api/nothing`, { headers: { ...FAR, ...headers } })
  for (let i = 0; i < OF_ADDRESS.count.burst; i += 100)
    await Promise.all(Array.from({ length: 100 }, () => get().then((r) => r.text())))
  const held = Array.from({ length: HELD_PER_PREFIX }, () => get())
  await present(async () => (await reached('frames-of-address')) >= HELD_PER_PREFIX)
  await expect(get()).rejects.toThrow('fetch failed')
  expect(await reached('requests-held')).toBe(1)
  expect((await get(cast.bob.headers)).status).toBe(404)
  for (let turns = 0; turns < 20; turns++) await site.clock.move(50)
  const statuses = (await Promise.all(held)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([404]))
})

test('[WR105] a body that is too long for the budget is refused before it is read', async () => {
  const send = () => post(site, '/commands', { filling: 'x'.repeat(60_000) }, FAR)
  const first = await Promise.all(Array.from({ length: 69 }, send))
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([401]))
  const over = Promise.all(Array.from({ length: 20 }, send))
  await present(async () => (await reached('frames-of-address')) > 10)
  for (let turns = 0; turns < 20; turns++) await site.clock.move(50)
  const refused = (await over).filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(5)
  expect(await refused[0]?.json()).toMatchObject({ refused: 'retry', afterMs: expect.any(Number), limit: 'requests' })
})

test('[WR105] credentials that are none are looked up so often, then they are nobody’s', async () => {
  for (let i = 0; i < 4; i++) {
    const asked = Array.from({ length: 100 }, async () =>
      (await fetch(`${site.url}/api/nothing`, { headers: { ...FAR, authorization: `Bearer ${mintToken()}` } })).text(),
    )
    await Promise.all(asked)
  }
  expect(await reached('look-ups')).toBe(100)
})

test('[WR106] one address opens so many connections at once, and keeps so many that ask for nothing', async () => {
  const door = await openDirect()
  await door.open(IDLE_CONNECTIONS_PER_PREFIX)
  const [oldest] = door.sockets
  await door.clock.move(1 / CONNECTS.perMs)
  await door.open(1)
  if (oldest && !oldest.destroyed) await once(oldest, 'close')
  expect(await door.reached('connections-idle')).toBeGreaterThan(0)
  await door.open(CONNECTS.burst + CONNECTS_HELD_PER_PREFIX - IDLE_CONNECTIONS_PER_PREFIX)
  await door.isCutOff()
  expect(await door.reached('connects')).toBeGreaterThan(0)
  await door.end()
})

test('[WR106] those that are too many at once wait unread, each for its own turn', async () => {
  const door = await openDirect()
  await door.open(CONNECTS.burst + AT_ONCE, ASKING.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n'))
  let turns = CONNECTS.burst
  await present(() => door.answered() === turns)
  for (const more of [1, 10, AT_ONCE / 2]) {
    await door.clock.move(more / CONNECTS.perMs)
    turns += more
    await present(() => door.answered() === turns)
  }
  await door.end()
})

test('[WR106] one address has so many connections, whatever they are for', async () => {
  const door = await openDirect()
  const asking = CONNECTIONS_PER_PREFIX - CONNECTS_HELD_PER_PREFIX + CONNECTS.burst
  for (let opened = AT_ONCE; opened <= asking; opened += AT_ONCE) {
    const those = await door.open(AT_ONCE, ASKING)
    await present(() => door.answered() === opened)
    for (const socket of those) socket.write(BODY_TO_COME)
    if (opened <= asking - CONNECTS.burst) await door.clock.move(AT_ONCE / CONNECTS.perMs)
  }
  await door.open(CONNECTIONS_PER_PREFIX - asking)
  await door.isCutOff()
  expect(await door.reached('connections-at-once')).toBe(1)
  await door.end()
})

/** A site that trusts no proxy: its connections are the people's own. They come from an address of theirs. */
async function openDirect() {
  const direct = await openSite(await newSqlite(), { trusted: '10.0.0.1' })
  const port = Number(new URL(direct.url).port)
  const sockets: Socket[] = []
  let answered = 0
  const reached = await watchLimits(direct)
  const openSome = async (count: number, first: string) => {
    const opened = Array.from({ length: count }, () =>
      connect({ port, host: '127.0.0.1', localAddress: '127.0.0.77' }).on('error', () => {}),
    )
    sockets.push(...opened)
    for (const socket of opened) socket.once('data', () => answered++)
    await Promise.all(opened.map((socket) => (socket.pending ? once(socket, 'connect') : Promise.resolve())))
    if (first) for (const socket of opened) socket.write(first)
    return opened
  }
  // Of more at once the machine itself would keep some waiting.
  const open = async (count: number, first = '') => {
    const opened: Socket[] = []
    while (opened.length < count) {
      opened.push(...(await openSome(Math.min(AT_ONCE, count - opened.length), first)))
      await reached('connects')
    }
    return opened
  }
  return {
    clock: direct.clock,
    reached,
    sockets,
    open,
    answered: () => answered,
    isCutOff: async () => {
      const [one] = await open(1)
      if (one && !one.destroyed) await once(one, 'close')
    },
    end: async () => {
      for (const socket of sockets) socket.destroy()
      await closeSound(direct)
    },
  }
}

function once(socket: Socket, what: 'connect' | 'close'): Promise<void> {
  return new Promise((resolve) => socket.once(what, () => resolve()))
}

const pings = (count: number) => Array.from({ length: count }, () => ({ type: 'ping', nonce: 'n' }))

async function enter({ headers, as }: Caller): Promise<RawSocket> {
  const socket = await openRawSocket(site.url, { headers })
  socket.say(as.kind === 'visitor' ? visitorHello(as.token) : operatorHello())
  await socket.hears('welcome')
  return socket
}

async function greet(token: string): Promise<RawSocket> {
  const socket = await openRawSocket(site.url, { headers: FAR })
  socket.say(visitorHello(token))
  await socket.hears('welcome')
  return socket
}

async function settled(socket: RawSocket): Promise<void> {
  const before = socket.heard('pong').length
  socket.say({ type: 'ping', nonce: 'settled' })
  await socket.hears('pong', before + 1)
}

async function longConversation({ actor }: Caller): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const text = 'long '.repeat(1000)
  const line = () => newId<LineId>()
  await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line: line(), text, introduction: {} }, actor)
  for (let i = 0; i < 49; i++) await cast.run({ type: 'message.send', conversation, line: line(), text }, actor)
  return conversation
}
