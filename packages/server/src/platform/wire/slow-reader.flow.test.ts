// Readers that stop reading. The fill of the server's queue is read off its own end of the connection.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { request, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { CLOSE } from '@portico/protocol/close-codes'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type OperatorCaller } from '@portico/testkit/cast'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, watchLimits, type Reached, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { must } from '../must.ts'
import { CLOSING_MS, FLEETING_BYTES_MAX, NO_PROGRESS_MS, QUEUED_BYTES_MAX } from './limits.ts'

const LONG = '😀'.repeat(7990) // 32 KB on the wire
const AT_ONCE = 8

let site: Site
let cast: Cast
let reached: Reached
const accepted: Socket[] = []
const hear = (message: unknown) => accepted.push((message as { socket: Socket }).socket) // as Node documents the channel
beforeAll(async () => {
  subscribe('net.server.socket', hear)
  site = await openSite(await newSqlite())
  cast = await openCast(site)
})
afterAll(async () => {
  unsubscribe('net.server.socket', hear)
  await closeSound(site)
})
beforeEach(async () => {
  reached = await watchLimits(site)
})

test('[WR27] who does not read is dropped at 1 MiB, is spared fleeting hints before, and loses nothing when he comes again', async () => {
  const conversation = await newConversation()
  const other = await newConversation()
  const ann = await watch(cast.ann, conversation)
  await say(await newConversation(), 'a hint to somebody who reads')
  await ann.socket.hears('fleeting')
  ann.socket.pause()
  const texts: string[] = []
  const write = async () => {
    const said = Array.from({ length: AT_ONCE }, (_, i) => `${texts.length + i} ${LONG}`)
    texts.push(...said)
    await Promise.all(said.map((text) => say(conversation, text)))
  }
  while (ann.queued() <= FLEETING_BYTES_MAX) await write()
  expect(ann.queued()).toBeLessThan(QUEUED_BYTES_MAX)
  await say(other, 'a hint that is not worth waiting for')
  for (let before = 0; ann.queued() > before; await write()) before = ann.queued()
  expect(ann.queued()).toBeGreaterThan(QUEUED_BYTES_MAX)
  expect(ann.queued()).toBeLessThan(QUEUED_BYTES_MAX + 64 * 1024)

  ann.socket.resume()
  expect((await ann.socket.ended).code).toBe(CLOSE.slowReader)
  expect(await reached('send-queue')).toBe(1)
  expect(
    ann.socket.heard('fleeting').filter(({ fleeting }) => 'conversation' in fleeting && fleeting.conversation === other),
  ).toEqual([])
  const before = linesOf(ann.socket)
  expect(before.length).toBeGreaterThan(0)
  expect(before.length).toBeLessThan(texts.length)

  const { epoch } = await ann.socket.hears('welcome')
  const last = must(ann.socket.heard('entries').findLast(isOf(conversation)))
  const again = await openRawSocket(site.url, { headers: cast.ann.headers })
  again.say(operatorHello({ epoch, watch: [{ topic: last.topic, position: endOf(last), tag: last.tags.at(-1) }] }))
  await present(() => again.heard('caught-up').some(isOf(conversation)))
  expect([...before, ...linesOf(again)]).toEqual(texts)
  again.leave()
})

test('[WR107] who asks and does not read the answers is dropped at 1 MiB too', async () => {
  const conversation = await newConversation()
  const ann = await watch(cast.ann, conversation)
  ann.socket.pause()
  while (ann.queued() <= QUEUED_BYTES_MAX - 2 * Buffer.byteLength(LONG)) await say(conversation, LONG)
  ann.socket.say(...Array.from({ length: 990 }, () => ({ type: 'ping', nonce: 'n'.repeat(40) })))
  await present(async () => (await reached('send-queue')) === 1)
  await site.clock.move(CLOSING_MS)
  expect(ann.server.destroyed).toBe(true)
  ann.socket.leave()
})

test('[WR28] who reads nothing for 15 seconds is gone', async () => {
  const conversation = await newConversation()
  const ann = await watch(cast.ann, conversation)
  ann.socket.pause()
  while (ann.queued() === 0) await say(conversation, LONG)
  await site.clock.move(NO_PROGRESS_MS - 1)
  expect(ann.server.destroyed).toBe(false)
  await site.clock.move(1)
  expect(ann.server.destroyed).toBe(true)
  expect(await reached('no-progress')).toBe(1)
  ann.socket.leave()
})

test('[WR28] who reads slowly, but reads, stays: though more is waiting for him than before', async () => {
  const conversation = await newConversation()
  const ann = await watch(cast.ann, conversation)
  ann.socket.pause()
  while (ann.queued() === 0) await say(conversation, LONG)
  const before = ann.sent()
  await site.clock.move(NO_PROGRESS_MS - 1)
  ann.socket.resume()
  await present(() => ann.sent() > before)
  ann.socket.pause()
  while (ann.queued() < 5 * LONG.length) await say(conversation, LONG)
  await site.clock.move(1)
  expect(ann.server.destroyed).toBe(false)
  await site.clock.move(NO_PROGRESS_MS)
  expect(ann.server.destroyed).toBe(true)
  ann.socket.leave()
})

test('[WR28] over a streamed POST it is the same', async () => {
  const conversation = await newConversation()
  const server = await stream(cast.ann, conversation)
  while (server.writableLength <= FLEETING_BYTES_MAX) await say(conversation, LONG)
  // What was taken while it filled counts as progress in the first of these.
  await site.clock.move(2 * NO_PROGRESS_MS)
  expect(server.destroyed).toBe(true)
})

test('[WR27] over a streamed POST who does not read is dropped at 1 MiB', async () => {
  const conversation = await newConversation()
  const server = await stream(cast.ann, conversation)
  while (server.writableLength === 0) await say(conversation, LONG)
  for (let before = 0; server.writableLength > before; await say(conversation, LONG)) before = server.writableLength
  expect(server.writableLength).toBeGreaterThan(QUEUED_BYTES_MAX)
  expect(server.writableLength).toBeLessThan(QUEUED_BYTES_MAX + 64 * 1024)
  await site.clock.move(CLOSING_MS)
  expect(server.destroyed).toBe(true)
})

async function watch({ headers }: OperatorCaller, conversation: ConversationId) {
  const socket = await openRawSocket(site.url, { headers })
  const server = must(accepted.at(-1))
  socket.say(operatorHello({ watch: [{ topic: `conversation:${conversation}`, position: null }] }))
  await present(() => socket.heard('caught-up').some(isOf(conversation)))
  const queued = () => server.writableLength
  return { socket, server, queued, sent: () => server.bytesWritten - queued() }
}

/** The server's end of a streamed answer that nobody reads. */
async function stream({ headers }: OperatorCaller, conversation: ConversationId): Promise<Socket> {
  const hello = operatorHello({ watch: [{ topic: `conversation:${conversation}`, position: null }] })
  const asked = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
  const answer = await new Promise<IncomingMessage>((resolve) => {
    request(`${site.url}/stream`, asked, resolve).end(JSON.stringify(hello))
  })
  answer.pause()
  return must(accepted.at(-1))
}

async function newConversation(): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const line = newId<LineId>()
  const { actor } = await cast.newVisitor()
  await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, actor)
  await cast.run({ type: 'conversation.accept', conversation }, cast.bob.actor)
  return conversation
}

const say = (conversation: ConversationId, text: string) =>
  cast.run({ type: 'message.send', conversation, line: newId<LineId>(), text }, cast.bob.actor)

const isOf = (conversation: ConversationId) => (frame: { topic: string }) => frame.topic === `conversation:${conversation}`
const endOf = ({ position, events }: { position: number; events: readonly unknown[] }) => position + events.length - 1

function linesOf(socket: RawSocket): string[] {
  return socket
    .heard('entries')
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'line.added' && event.line.body.kind === 'message' ? [event.line.body.text] : []))
}
