// A disk that fails (by strace) under a server, while Vera writes.
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@portico/client/surroundings'
import { eventually, present } from '@portico/testkit/eventually'
import { failDisk, mayTrace } from '@portico/testkit/failing-disk'
import { visitor, type Place, type Visitor } from '@portico/testkit/person'
import { freePort } from '@portico/testkit/free-port'
import { startProcess } from '@portico/testkit/server-process'
import { openSite } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { expect, test } from 'vitest'

const FSYNC = 'fsync,fdatasync'
const DEADLY = [
  ['a commit that cannot be made durable', 'portico.db-wal', FSYNC],
  ['a checkpoint that cannot be made durable', 'portico.db', FSYNC],
  ['a file that cannot be read', 'portico.db', 'pread64'],
  ['a file that cannot be written', 'portico.db-wal', 'pwrite64'],
] as const

test.skipIf(!mayTrace())('[ST21] a failing disk ends the server; what it acknowledged is there at the next start', async () => {
  const database = await newSqlite()
  const port = await freePort()
  const place: Place = { url: `http://127.0.0.1:${port}`, clock: systemClock, people: new Set() }
  const start = { port, environment: database.environment }
  const doomed = await startProcess(start)
  const vera = await visitor(place, 'Vera')
  const { conversation } = await vera.open('first')
  await failDisk({ pid: doomed.pid, file: fileIn(database, 'portico.db-wal'), calls: FSYNC, error: 'EIO' })
  const said = ['one', 'two', 'three'].map((text) => vera.say(conversation, text))
  await doomed.ended
  expect(doomed.exitCode()).toBe(1)
  expect(doomed.said()).toContain('fatal: Error: disk I/O error')

  const server = await startProcess(start)
  vera.live.tryNow()
  expect((await Promise.all(said)).map(({ outcome }) => outcome.ok)).toEqual([true, true, true])
  await eventually(() => expect(textsOf(vera.live.view(`chat:${conversation}`)?.lines)).toEqual(['first', 'one', 'two', 'three']))
  vera.live.close()
  server.kill()
  await server.ended
  await database.drop()
})

test.skipIf(!mayTrace()).each(DEADLY)('[ST21] %s is fatal', async (_, file, calls) => {
  const { site, vera, conversation } = await open()
  const mend = await failDisk({ pid: process.pid, file: fileIn(site.database, file), calls, error: 'EIO' })
  void vera.say(conversation, 'a word')
  void ask(site.url)
  await eventually(() => expect(site.faults).toContainEqual({ what: 'fatal', error: expect.any(Error) }))
  await mend()
  await site.close()
})

test('[ST21] a file that is not what was written is fatal', async () => {
  const { site, vera, conversation } = await open()
  const file = openSync(fileIn(site.database, 'portico.db'), 'r+')
  const { size } = statSync(fileIn(site.database, 'portico.db'))
  writeSync(file, Buffer.alloc(size, 'x'), 0, size, 0)
  closeSync(file)
  void vera.say(conversation, 'lost?')
  void ask(site.url)
  await eventually(() => expect(site.faults).toContainEqual({ what: 'fatal', error: expect.any(Error) }))
  await site.close()
})

test.skipIf(!mayTrace())('[ST22] a full disk under a checkpoint is named, and the server reads and writes on', async () => {
  const { site, vera, conversation } = await open()
  const file = fileIn(site.database, 'portico.db')
  const mend = await failDisk({ pid: process.pid, file, calls: 'pwrite64', error: 'ENOSPC' })
  expect((await vera.say(conversation, 'kept in the log')).outcome).toEqual({ ok: true })
  await present(() => site.faults.some(({ what }) => what === 'checkpoint'))
  expect((await vera.say(conversation, 'and this')).outcome).toEqual({ ok: true })
  const again = await vera.again()
  await present(() => again.live.view(`chat:${conversation}`)?.lines.length === 3)
  await mend()
  expect(site.faults.map(({ what }) => what)).toEqual(['checkpoint'])
  await site.close()
})

async function open() {
  const site = await openSite(await newSqlite())
  const vera: Visitor = await visitor(site, 'Vera')
  const { conversation } = await vera.open('first')
  await present(() => vera.live.view(`chat:${conversation}`))
  return { site, vera, conversation }
}

// Whether the dying server still answers is not what is shown: it may close the connection instead.
const ask = (url: string) => fetch(`${url}/api/start`).catch(() => undefined)

const fileIn = ({ environment }: { environment: Record<string, string> }, name: string) =>
  join(environment['PORTICO_DATA'] ?? '', name)

const textsOf = (lines: readonly { body: { kind: string; text?: string } }[] = []): string[] =>
  lines.flatMap(({ body }) => (body.kind === 'message' && body.text !== undefined ? [body.text] : []))
