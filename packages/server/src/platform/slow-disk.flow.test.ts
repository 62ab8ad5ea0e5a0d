// Every fsync takes 200 ms more (strace injects it), while two people talk and their heartbeats go on.
import { spawnSync } from 'node:child_process'
import { systemClock } from '@portico/client/surroundings'
import { newSqlite } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { visitor, type Place } from '@portico/testkit/person'
import { freePort } from '@portico/testkit/free-port'
import { invite, makeOwner } from '@portico/testkit/site'
import { startProcess } from '@portico/testkit/server-process'
import { VERSION } from '@portico/protocol/version'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

const SLOW = [
  'strace',
  '-f',
  '-qq',
  '-o',
  '/dev/null',
  '-e',
  'trace=fsync,fdatasync',
  '-e',
  'inject=fsync,fdatasync:delay_exit=200000',
]
const MESSAGES = 40
const PINGS = 60
const PING_MS = 100

const mayTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0

test.skipIf(!mayTrace)(
  '[WR2] with 200 ms on every fsync (by strace) no pong is missed and no connection is closed',
  async () => {
    const database = await newSqlite()
    const port = await freePort()
    const server = await startProcess({ port, environment: database.environment, through: SLOW })
    const place: Place = { url: `http://127.0.0.1:${port}`, clock: systemClock, people: new Set() }
    const root = await makeOwner(place, server.setupToken)
    const ann = await invite(place, root, { name: 'Ann', channels: ['main'] })
    const vera = await visitor(place, 'Vera')
    const drops: string[] = []
    for (const { name, live } of [ann, vera]) live.subscribe(() => live.link().state !== 'online' && drops.push(name))

    const { conversation } = await vera.open('slow 0')
    expect(await ann.send({ type: 'conversation.accept', conversation })).toEqual({ ok: true })
    const heart = await openHeart(`ws://127.0.0.1:${port}/socket`, ann.cookie)
    const began = performance.now()
    const writing = writeAll()
    const pongs = await heart.beat()
    const outcomes = await writing

    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(performance.now() - began, 'the disk was slow indeed').toBeGreaterThan(200)
    expect(pongs).toBe(PINGS)
    expect(drops).toEqual([])
    expect(heart.closed()).toBe(false)
    await present(() => (vera.live.view(`chat:${conversation}`)?.lines.length ?? 0) > MESSAGES)
    for (const { live } of place.people) live.close()
    heart.close()
    server.kill()
    await server.ended
    await database.drop()

    async function writeAll() {
      const sent = Array.from({ length: MESSAGES }, (_, i) => (i % 2 === 0 ? ann : vera).say(conversation, `slow ${i + 1}`))
      return (await Promise.all(sent)).map(({ outcome }) => outcome)
    }
  },
  120_000,
)

/** A connection that does nothing but ask whether the server is alive. */
async function openHeart(url: string, cookie: string) {
  const socket = new WebSocket(url, { headers: { cookie } })
  let closed = false
  let pongs = 0
  socket.on('close', () => (closed = true))
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as { type: string; nonce?: string } // the server's own frames
    if (frame.type === 'pong') pongs++
    if (frame.type === 'ping') socket.send(JSON.stringify({ type: 'pong', nonce: frame.nonce }))
  })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(JSON.stringify({ type: 'hello', version: VERSION, as: { kind: 'operator' }, epoch: null, watch: [] }))
  return {
    beat: async () => {
      for (let i = 0; i < PINGS; i++) {
        socket.send(JSON.stringify({ type: 'ping', nonce: `beat-${i}` }))
        await new Promise((resolve) => setTimeout(resolve, PING_MS))
      }
      return present(() => pongs === PINGS && pongs)
    },
    closed: () => closed,
    close: () => socket.close(),
  }
}
