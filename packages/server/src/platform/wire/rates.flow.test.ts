// How much people may send, counted on one node whatever the database; the clock is moved by hand.
import { solve } from '@portico/client/solve'
import type { Solution } from '@portico/protocol/challenge'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import { configure } from '@portico/testkit/configure'
import { openCast, type Caller, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { newSqlite } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, watchLimits, type Reached, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { must } from '../must.ts'

const MINUTE_MS = 60_000

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

test('[WR30] a visitor writes 30 messages at once, then one a second; what is too much is told when to come again', async () => {
  const { vera, conversation, socket } = await talk()
  const outcomes = await sendAll(socket, 34, (i) => message(conversation, `${i}`))
  expect(outcomes.slice(0, 29)).toEqual(times(29, { ok: true })) // opening the conversation was the first
  const [told] = outcomes.slice(29)
  expect(outcomes.slice(29)).toEqual(times(5, { ok: false, refused: 'retry', afterMs: 1000 }))
  await site.clock.move(must(told && !told.ok ? told.afterMs : undefined))
  expect((await sendAll(socket, 2, (i) => message(conversation, `later ${i}`))).map(({ ok }) => ok)).toEqual([true, false])
  expect(await reached('messages')).toBe(2)
  expect(await textsOf(vera, conversation)).toEqual(['Hi', ...Array.from({ length: 29 }, (_, i) => `${i}`), 'later 0'])
})

test('[WR30] the same command, sent again after the wait, is done: a retry is never kept as its answer', async () => {
  const { conversation, socket } = await talk()
  await sendAll(socket, 29, (i) => message(conversation, `${i}`))
  const late = { type: 'command', id: newId(site.clock.now()), command: message(conversation, 'late') }
  socket.say(late)
  expect((await socket.hears('reply', 30)).outcome).toMatchObject({ refused: 'retry' })
  await site.clock.move(1000)
  socket.say({ ...late, again: true })
  expect((await socket.hears('reply', 31)).outcome).toEqual({ ok: true })
})

test('[WR30] in a minute a visitor writes at most 100 messages, however he tries', async () => {
  const { conversation, socket } = await talk()
  let written = 1
  for (let second = 0; second < 60; second++) {
    const outcomes = await sendAll(socket, 4, () => message(conversation, 'x'))
    written += outcomes.filter(({ ok }) => ok).length
    await site.clock.move(1000)
  }
  expect(written).toBeGreaterThan(60)
  expect(written).toBeLessThanOrEqual(100)
})

test('[WR31] over HTTP the same is counted, and what is behind a message that has to wait waits too', async () => {
  const { vera, conversation, socket } = await talk()
  await sendAll(socket, 28, (i) => message(conversation, `${i}`))
  const replies = await command(vera, message(conversation, 'last'), message(conversation, 'over'), { ...closing(conversation) })
  expect(replies).toMatchObject([{ ok: true }, { ok: false, refused: 'retry' }, { ok: false, refused: 'retry' }])
})

test('[WR38] no command overtakes one that was told to wait, over a socket and over HTTP at once', async () => {
  const { vera, conversation, socket } = await talk()
  await sendAll(socket, 28, (i) => message(conversation, `${i}`))
  const sent = Array.from({ length: 4 }, (_, i) => ({ id: newId(site.clock.now()), command: message(conversation, `m${i}`) }))
  const twin = post(site, '/commands', { commands: sent }, { ...vera.headers, ...elsewhere() })
  socket.say(...sent.map((each) => ({ type: 'command', ...each })))
  await twin
  await socket.hears('reply', 28 + sent.length)
  const isDone = (id: string) => socket.heard('reply').some((reply) => reply.id === id && reply.outcome.ok)
  for (let turn = 0; turn < sent.length; turn++) {
    await site.clock.move(1000)
    const before = socket.heard('reply').length
    const left = sent.filter(({ id }) => !isDone(id))
    socket.say(...left.map((each, i) => ({ type: 'command', ...each, ...(i === 0 && { again: true }) })))
    await socket.hears('reply', before + left.length)
  }
  expect((await textsOf(vera, conversation)).slice(29)).toEqual(['m0', 'm1', 'm2', 'm3'])
})

test('[WR39] over HTTP each command has its answer: a bad one is refused alone', async () => {
  const { vera, conversation } = await talk()
  const bad = { type: 'message.send', conversation, line: 'no line!', text: 7 }
  const replies = await command(vera, message(conversation, 'one'), bad, { type: 'of-the-future' }, message(conversation, 'two'))
  const invalid = { ok: false, refused: 'invalid' }
  expect(replies).toMatchObject([{ ok: true }, invalid, invalid, { ok: true }])
  expect(await textsOf(vera, conversation)).toEqual(['Hi', 'one', 'two'])
})

test('[WR30] operators write 300 times at once, then fifty times a second', async () => {
  const { conversation } = await talk()
  await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
  const ann = await enter(cast.ann)
  const outcomes = [
    ...(await sendAll(ann, 200, (i) => message(conversation, `${i}`))),
    ...(await sendAll(ann, 105, (i) => message(conversation, `more ${i}`))),
  ]
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(times(5, { ok: false, refused: 'retry', afterMs: 20 }))
  expect(await reached('commands')).toBe(1) // what stands behind it is not asked
})

test('[WR32] typing is passed on once in 3 seconds, a draft three times a second', async () => {
  const { vera, conversation } = await talk()
  await configure((command) => cast.run(command, cast.root.actor), { ...site, channel: MAIN, changes: { previewsTyping: true } })
  const ann = await enter(cast.ann)
  ann.say({ type: 'watch', topic: `conversation:${conversation}`, position: null })
  await ann.hears('caught-up', 4)
  const heard = (type: string) => ann.heard('fleeting').filter(({ fleeting }) => fleeting.type === type).length
  const typing = { type: 'typing', conversation, box: 'reply' }
  const draft = { type: 'draft', conversation, text: 'Could' }

  await fleet(vera, typing, typing, typing, draft, draft, draft, draft, draft)
  await settled(ann)
  expect([heard('typing'), heard('draft')]).toEqual([1, 3])
  await site.clock.move(1000)
  await fleet(vera, typing, draft)
  await settled(ann)
  expect([heard('typing'), heard('draft')]).toEqual([1, 4])
  await site.clock.move(2000)
  await fleet(vera, typing)
  await settled(ann)
  expect(heard('typing')).toBe(2)
  expect([await reached('typing'), await reached('drafts')]).toEqual([3, 2])
})

test('[WR32] whoever names other conversations types no more for it', async () => {
  const { vera, conversation } = await talk()
  const bob = await enter(cast.bob)
  bob.say({ type: 'watch', topic: `conversation:${conversation}`, position: null })
  await bob.hears('caught-up', 4)
  await fleet(vera, { type: 'typing', conversation: newId(), box: 'reply' }, { type: 'typing', conversation, box: 'reply' })
  await settled(bob)
  expect(bob.heard('fleeting').filter(({ fleeting }) => fleeting.type === 'typing')).toEqual([])
  await site.clock.move(3000)
  await fleet(vera, { type: 'typing', conversation, box: 'reply' })
  await present(() => bob.heard('fleeting').some(({ fleeting }) => fleeting.type === 'typing'))
  bob.leave()
})

test('[WR35] of whatever kind, a visitor sends 60 commands at once, then ten a second', async () => {
  const { conversation, socket, line } = await talk()
  const outcomes = await sendAll(socket, 64, () => ({ type: 'read.mark', conversation, line }))
  expect(outcomes.slice(0, 59)).toEqual(times(59, { ok: true })) // opening the conversation was the first
  expect(outcomes.slice(59)).toEqual(times(5, { ok: false, refused: 'retry', afterMs: 100 }))
  expect(await reached('commands')).toBe(1)
  await site.clock.move(1000)
  const later = await sendAll(socket, 12, () => ({ type: 'read.mark', conversation, line }))
  expect(later.filter(({ ok }) => ok)).toHaveLength(10)
})

test('[WR33] from one address ten conversations begin in an hour, then one every six minutes', async () => {
  const from = { 'x-forwarded-for': '10.9.9.9' }
  for (let i = 0; i < 10; i++) expect(await open(await cast.newVisitor(), from)).toMatchObject({ ok: true })
  const eve = await cast.newVisitor()
  const told = await open(eve, from)
  expect(told).toMatchObject({ ok: false, refused: 'retry', afterMs: 6 * MINUTE_MS })
  expect(await reached('conversations')).toBe(1)
  expect(await open(await cast.newVisitor(), { 'x-forwarded-for': '10.9.9.10' })).toMatchObject({ ok: true })
  await site.clock.move(6 * MINUTE_MS)
  expect(await open(eve, from)).toMatchObject({ ok: true })
  expect(await open(await cast.newVisitor(), from)).toMatchObject({ refused: 'retry' })
})

test('[WR36] over that a conversation begins at once for whoever solves the challenge, over whichever transport', async () => {
  const from = { 'x-forwarded-for': '10.9.9.11' }
  for (let i = 0; i < 10; i++) await open(await cast.newVisitor(), from)
  const eve = await cast.newVisitor()
  const told = await open(eve, from)
  const solution = await solve(must(told.ok ? undefined : told.challenge))
  expect(await open(eve, from, { solution })).toMatchObject({ ok: true })
  expect(await open(await cast.newVisitor(), from, { solution })).toMatchObject({ refused: 'retry' })

  const socket = await enter(await cast.newVisitor(), from)
  const id = newId(site.clock.now())
  const opening = { type: 'command', id, command: openingOf() }
  socket.say(opening)
  const { outcome } = await socket.hears('reply')
  socket.say({ ...opening, again: true, solution: await solve(must(outcome.ok ? undefined : outcome.challenge)) })
  expect((await socket.hears('reply', 2)).outcome).toMatchObject({ ok: true })
})

test('[WR33] of IPv6 the /64 counts: whoever has one has as many addresses as he likes', async () => {
  for (let i = 0; i < 10; i++) await open(await cast.newVisitor(), { 'x-forwarded-for': `2001:db8:1:2::${i}` })
  expect(await open(await cast.newVisitor(), { 'x-forwarded-for': '2001:db8:1:2:3:4:5:6' })).toMatchObject({ refused: 'retry' })
  expect(await open(await cast.newVisitor(), { 'x-forwarded-for': '2001:db8:1:3::1' })).toMatchObject({ ok: true })
})

test('[WR33][CV2] who has one open goes on in it, and that does not count', async () => {
  const from = { 'x-forwarded-for': '10.8.8.8' }
  const vera = await cast.newVisitor()
  const first = await open(vera, from)
  for (let i = 0; i < 15; i++) expect(await open(vera, from)).toEqual(first)
  for (let i = 0; i < 9; i++) expect(await open(await cast.newVisitor(), from)).toMatchObject({ ok: true })
  expect(await open(await cast.newVisitor(), from)).toMatchObject({ refused: 'retry' })
})

async function talk() {
  const vera = await cast.newVisitor()
  const line = newId<LineId>()
  const outcome = await open(vera, elsewhere(), { line })
  const socket = await enter(vera)
  return { vera, socket, line, conversation: must(outcome.ok ? outcome.conversation : undefined) }
}

async function enter({ headers, as }: Caller, from: Record<string, string> = {}): Promise<RawSocket> {
  const socket = await openRawSocket(site.url, { headers: { ...headers, ...from } })
  socket.say(as.kind === 'visitor' ? visitorHello(as.token) : operatorHello())
  await socket.hears('welcome')
  return socket
}

const message = (conversation: ConversationId, text: string) => ({ type: 'message.send', conversation, line: newId(), text })
const closing = (conversation: ConversationId) => ({ type: 'conversation.close', conversation })

async function sendAll(socket: RawSocket, count: number, make: (i: number) => object): Promise<Outcome[]> {
  const before = socket.heard('reply').length
  const ids = Array.from({ length: count }, () => newId(site.clock.now()))
  socket.say(...ids.map((id, i) => ({ type: 'command', id, command: make(i), ...(i === 0 && { again: true }) })))
  await socket.hears('reply', before + count)
  const replies = socket.heard('reply').slice(before)
  expect(replies.map(({ id }) => id)).toEqual(ids)
  return replies.map(({ outcome }) => outcome)
}

let addresses = 0
const elsewhere = () => ({ 'x-forwarded-for': `10.200.0.${addresses++}` })

async function command({ headers }: Caller, ...commands: object[]): Promise<Outcome[]> {
  return commandFrom({ ...headers, ...elsewhere() }, commands)
}
async function commandFrom(headers: Record<string, string>, commands: object[], more: object = {}): Promise<Outcome[]> {
  const body = { commands: commands.map((each) => ({ id: newId(site.clock.now()), command: each, ...more })) }
  const { replies } = (await (await post(site, '/commands', body, headers)).json()) as { replies: { outcome: Outcome }[] } // the route's answer
  return replies.map(({ outcome }) => outcome)
}

async function open(
  { headers }: VisitorCaller,
  from: Record<string, string> = elsewhere(),
  { line = newId<LineId>(), ...more }: { line?: LineId; solution?: Solution | undefined } = {},
): Promise<Outcome> {
  return must((await commandFrom({ ...headers, ...from }, [openingOf(line)], more))[0])
}

const openingOf = (line: string = newId()) => ({
  type: 'conversation.open',
  channel: MAIN,
  conversation: newId(),
  line,
  text: 'Hi',
  introduction: {},
})

async function fleet({ headers }: Caller, ...fleeting: object[]): Promise<void> {
  expect((await post(site, '/commands', { commands: [], fleeting }, headers)).status).toBe(200)
}

/** Whatever was on its way to this socket has come. */
async function settled(socket: RawSocket): Promise<void> {
  const before = socket.heard('pong').length
  socket.say({ type: 'ping', nonce: 'settled' })
  await socket.hears('pong', before + 1)
}

async function textsOf({ headers }: VisitorCaller, conversation: ConversationId): Promise<string[]> {
  const response = await fetch(`${site.url}/api/chats/${conversation}/lines?limit=100`, { headers })
  const { lines } = (await response.json()) as { lines: { body: { text: string } }[] } // the route's answer
  return lines.map(({ body }) => body.text)
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
