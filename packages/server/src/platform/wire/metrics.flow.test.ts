import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@portico/protocol/new-id'
import { configuring } from '@portico/testkit/configure'
import { openCast } from '@portico/testkit/cast'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello } from '@portico/testkit/raw-socket'
import { closeSound, METRICS_TOKEN, openSite, post, readMetrics, watchLimits, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../must.ts'
import { startServer } from '../../server.ts'
import { LIMITS } from './limit-hits.ts'

const SOURCES = join(import.meta.dirname, '../..')

let site: Site
beforeAll(async () => {
  site = await openSite(await newSqlite())
})
afterAll(() => closeSound(site))

test('[WR70] metrics are shown to whoever knows the secret, and to nobody else', async () => {
  const ask = (authorization?: string) => fetch(`${site.url}/metrics`, { headers: authorization ? { authorization } : {} })
  for (const wrong of [undefined, 'Bearer', 'Bearer x', METRICS_TOKEN, `Bearer ${METRICS_TOKEN}x`, `Basic ${METRICS_TOKEN}`]) {
    expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 401])
  }
  const right = await ask(`Bearer ${METRICS_TOKEN}`)
  expect([right.status, right.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
})

test('[WR70] where no secret is set there is no such page', async () => {
  const database = await newSqlite()
  const nothing = () => {}
  const server = await startServer({
    openStore: database.open,
    clock: site.clock,
    host: '127.0.0.1',
    port: 0,
    trusted: [],
    onFault: nothing,
    onFatal: nothing,
  })
  expect((await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer undefined' } })).status).toBe(404)
  await server.close()
  await database.drop()
})

test('[WR71] commands are counted by how they end, connections by who and how, each in one place', async () => {
  const cast = await openCast(site)
  const socket = await openRawSocket(site.url, { headers: cast.root.headers })
  socket.say(operatorHello())
  await socket.hears('welcome')
  const command = must((await configuring({ ...site, channel: MAIN, changes: { previewsTyping: true } }))[0])
  await post(site, '/commands', commandsOf(command), cast.ann.headers)
  await post(site, '/commands', commandsOf(command), cast.root.headers)
  const text = await readMetrics(site)
  expect(text).toMatch(/^portico_commands_total\{type="channel.configure",outcome="forbidden"\} 1$/m)
  expect(text).toMatch(/^portico_commands_total\{type="channel.configure",outcome="ok"\} 1$/m)
  expect(text).toMatch(/^portico_command_seconds_total\{type="channel.configure",outcome="ok"\} \d/m)
  expect(text).toMatch(/^portico_connections\{kind="operator",over="socket"\} 1$/m)
  expect(text).toMatch(/^portico_queued_bytes 0$/m)
  expect(text).toMatch(/^portico_bus_up 1$/m)
  for (const way of ['out', 'in', 'dropped']) expect(text).toContain(`portico_bus_messages_total{way="${way}"} 0\n`)
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  expect(await readMetrics(site)).toContain('portico_commands_total{type="channel.configure",outcome="ok"} 1\n')
  socket.leave()
})

test('[WR72] a body that is too long is counted', async () => {
  const reached = await watchLimits(site)
  expect((await post(site, '/api/session', { filling: 'x'.repeat(70_000) })).status).toBe(413)
  expect(await reached('body-bytes')).toBe(1)
})

test('[WR72] every limit that is counted is reached in a test', () => {
  const tests = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.flow.test.ts'))
    .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
    .join('')
  const names = [...tests.matchAll(/(?:reached|limitHits\.of)\('([\w-]+)'\)/g)].map(([, name]) => name)
  expect(LIMITS.filter((limit) => !names.includes(limit))).toEqual([])
})

const commandsOf = (command: object) => ({ commands: [{ id: newId(site.clock.now()), command }] })
