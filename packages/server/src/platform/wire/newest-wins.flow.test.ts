// The newest connection of a person wins, counted on one node whatever the database; the clock is moved by hand.
import { CLOSE } from '@portico/protocol/close-codes'
import type { ServerFrame } from '@portico/protocol/session'
import { openCast, type Caller, type Cast } from '@portico/testkit/cast'
import { present } from '@portico/testkit/eventually'
import { openRawSocket, operatorHello, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, watchLimits, type Reached, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BEGUN_BY_PERSON } from './limits.ts'

let site: Site
let cast: Cast
let reached: Reached
beforeAll(async () => {
  site = await openSite(await newSqlite())
  cast = await openCast(site)
})
afterAll(() => closeSound(site))
beforeEach(async () => {
  reached = await watchLimits(site)
})

test('[WR22] one visitor has at most 5 connections, over whichever transport: the newest takes the place of one', async () => {
  const vera = await cast.newVisitor()
  const sockets = await Promise.all(Array.from({ length: 9 }, () => openRawSocket(site.url)))
  for (const socket of sockets) socket.say(visitorHello(vera.token))
  await present(() => sockets.every((socket) => socket.heard('welcome').length > 0 || socket.hasEnded()))
  await present(() => sockets.filter((socket) => socket.hasEnded()).length === 4)
  const ended = await Promise.all(sockets.filter((socket) => socket.hasEnded()).map((socket) => socket.ended))
  expect(ended.map(({ code }) => code)).toEqual(times(4, CLOSE.replaced))
  expect((await poll(vera)).map(({ type }) => type)).toContain('welcome')
  await present(() => sockets.filter((socket) => socket.hasEnded()).length === 5)
  expect(await reached('connections-of-person')).toBe(5)
  for (const socket of sockets) socket.leave()
})

test('[WR22] the one that has been hidden longest goes first, then the one that has not been used for longest', async () => {
  const vera = await cast.newVisitor()
  const tabs: RawSocket[] = []
  for (let i = 0; i < 5; i++) {
    tabs.push(await greet(vera.token))
    await site.clock.move(1000)
  }
  const [first, second, third, fourth] = tabs as [RawSocket, RawSocket, RawSocket, RawSocket]
  third.say({ type: 'attention', visible: false })
  await settled(third)
  await site.clock.move(1000)
  first.say({ type: 'attention', visible: false })
  await settled(first)
  await site.clock.move(1000)
  second.say({ type: 'attention', visible: true })
  await settled(second)
  const gone = async () => {
    const before = tabs.filter((socket) => socket.hasEnded()).length
    const newest = await greet(vera.token)
    await present(() => tabs.filter((socket) => socket.hasEnded()).length === before + 1)
    tabs.push(newest)
    await site.clock.move(1000)
  }
  await gone()
  expect(third.hasEnded()).toBe(true)
  await gone()
  expect(first.hasEnded()).toBe(true)
  await gone()
  expect([fourth.hasEnded(), second.hasEnded()]).toEqual([true, false])
  for (const socket of tabs) socket.leave()
})

test('[WR22] a connection of the same tab takes the place of the one that it follows, and of no other', async () => {
  const vera = await cast.newVisitor()
  const dead = await greet(vera.token, { tab: 'one' })
  const other = await greet(vera.token, { tab: 'two' })
  const next = await greet(vera.token, { tab: 'one' })
  expect((await dead.ended).code).toBe(CLOSE.replaced)
  expect([other.hasEnded(), next.hasEnded(), await reached('connections-of-person')]).toEqual([false, false, 0])
  for (const socket of [other, next]) socket.leave()
})

test('[WR22] one operator has at most 10 connections', async () => {
  const sockets = await Promise.all(Array.from({ length: 12 }, () => openRawSocket(site.url, { headers: cast.bob.headers })))
  for (const socket of sockets) socket.say(operatorHello())
  await present(() => sockets.filter((socket) => socket.heard('welcome').length > 0 || socket.hasEnded()).length === 12)
  expect(sockets.filter((socket) => socket.hasEnded())).toHaveLength(2)
  for (const socket of sockets) socket.leave()
})

test('[WR144] one person begins 100 connections at once, then 10 a second, and is told when to come again', async () => {
  const vera = await cast.newVisitor()
  const begin = () => poll(vera)
  for (let begun = 0; begun < BEGUN_BY_PERSON.burst; begun += 10) await Promise.all(times(10, 0).map(begin))
  const { perMs } = BEGUN_BY_PERSON
  const told = { type: 'close', code: CLOSE.rate, retryAfterMs: 1 / perMs, limit: 'connections' }
  expect(await begin()).toMatchObject([told])
  expect(await reached('connections-begun')).toBe(1)
  await site.clock.move(1 / perMs)
  expect((await begin()).map(({ type }) => type)).toContain('welcome')
  expect((await poll(await cast.newVisitor())).map(({ type }) => type)).toContain('welcome')
})

async function greet(token: string, greeting: Parameters<typeof visitorHello>[1] = {}): Promise<RawSocket> {
  const socket = await openRawSocket(site.url)
  socket.say(visitorHello(token, greeting))
  await socket.hears('welcome')
  return socket
}

async function settled(socket: RawSocket): Promise<void> {
  const before = socket.heard('pong').length
  socket.say({ type: 'ping', nonce: 'settled' })
  await socket.hears('pong', before + 1)
}

async function poll({ as }: Caller): Promise<ServerFrame[]> {
  const response = await post(site, '/poll', as.kind === 'visitor' ? visitorHello(as.token) : operatorHello())
  return ((await response.json()) as { frames: ServerFrame[] }).frames // the route's answer
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
