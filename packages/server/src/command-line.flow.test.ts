// Backup and restore of a file while people write, killed at each named point.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { runCommand } from '@portico/testkit/command-process'
import { eventually } from '@portico/testkit/eventually'
import { visitor } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import { expect, test } from 'vitest'
import { BACKUP_POINTS } from './platform/command-line/backup.ts'
import { RESTORE_POINTS } from './platform/command-line/restore.ts'

const WORDS = 40

test('[ST40] a backup that is made while people write holds what was acknowledged before it began, killed at whatever point', async () => {
  const database = await newSqlite()
  const site = await openStaffedSite(database)
  const vera = await site.visit('Vera')
  const { conversation } = await vera.open('first')
  expect(await site.ann.send({ type: 'conversation.accept', conversation })).toEqual({ ok: true })
  const to = join(folderOf(database), 'backup')
  for (const point of [...BACKUP_POINTS, undefined]) {
    const before = textsIn(folderOf(database))
    const saying = Promise.all(Array.from({ length: WORDS }, (_, n) => site.ann.say(conversation, `${point ?? 'whole'} ${n}`)))
    const ran = await runCommand(database.environment, ['backup', '--to', to], point)
    await saying
    if (point !== undefined) expect(ran.out).toContain(`killed ${point}`)
    if (point !== undefined && point !== 'named') expect(existsSync(to)).toBe(false)
    if (point === 'named') expect(textsIn(to)).toEqual(expect.arrayContaining(before))
    if (point === undefined) expect(ran).toMatchObject({ code: 1, error: expect.stringContaining('is there already') })
  }
  await site.verify()
  await closeSound(site)
})

test('[ST41][ST42] killed at whatever point a restore leaves the former state or the new one; then clients have what it holds', async () => {
  const database = await newSqlite()
  const site = await openStaffedSite(database)
  const folder = folderOf(database)
  const vera = await site.visit('Vera')
  const { conversation } = await vera.open('kept')
  const to = join(folder, 'backup')
  expect(await runCommand(database.environment, ['backup', '--to', to])).toMatchObject({ code: 0, error: '' })
  await vera.say(conversation, 'lost')
  const busy = await runCommand(database.environment, ['restore', to, '--replace'])
  expect(busy).toMatchObject({ code: 1, error: expect.stringContaining('in use by another Portico') })
  await site.server.close()
  const refused = await runCommand(database.environment, ['restore', to])
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('--replace') })

  for (const point of [...RESTORE_POINTS, undefined]) {
    const { out } = await runCommand(database.environment, ['restore', to, '--replace'], point)
    expect(out).toContain(point === undefined ? 'Restored' : `killed ${point}`)
    const isNew = point === 'in-place' || point === undefined
    expect([point, textsIn(folder)]).toEqual([point, isNew ? ['kept'] : ['kept', 'lost']])
  }
  const former = readdirSync(folder).filter((name) => name.startsWith('before-'))
  expect(former.map((name) => textsIn(join(folder, name)))).toContainEqual(['kept', 'lost'])
  await comeBack(site, database, { token: vera.token, ann: site.ann })
})

test('[ST43] the doctor names what is wrong and what to do, and changes nothing', async () => {
  const database = await createSqlite()
  const none = await runCommand(database.environment, ['doctor'])
  expect(none).toMatchObject({ code: 1, out: expect.stringContaining('there is no database') })
  const site = await openStaffedSite(database)
  const settings = { PORTICO_URL: 'https://chat.example.org', PORTICO_TRUSTED_PROXIES: '127.0.0.1' }
  const { out } = await runCommand({ ...database.environment, ...settings }, ['doctor'])
  expect(out).toContain('the database is whole')
  expect(out).toContain('it is of this version')
  const file = new DatabaseSync(join(folderOf(database), 'portico.db'))
  file.exec(`insert into migration (name, at) values ('2099-01-01-more', 0)`)
  file.close()
  expect((await runCommand(database.environment, ['doctor'])).out).toContain('a newer version wrote it (2099-01-01-more)')
  await closeSound(site)
})

/** The restored database under a new server: the operator is signed out, the visitor sees what it holds and goes on. */
async function comeBack(site: Site, database: TestDatabase, { token, ann }: { token: string; ann: { cookie: string } }) {
  for (const person of site.people) person.leave()
  const { startServer } = await import('./server.ts')
  const faults: unknown[] = []
  const server = await startServer({
    openStore: database.open,
    clock: site.clock,
    host: '127.0.0.1',
    port: 0,
    trusted: [],
    onFault: (fault) => faults.push(fault),
    onFatal: (error) => faults.push(error),
  })
  const place = { url: server.url.replace('localhost', '127.0.0.1'), clock: site.clock, people: new Set<never>() }
  expect((await fetch(`${place.url}/api/sessions`, { headers: { cookie: ann.cookie } })).status).toBe(401)
  const vera = await visitor({ ...place, people: new Set() }, 'Vera', { token })
  await eventually(() => expect(vera.live.topics().some((topic) => topic.startsWith('chat:'))).toBe(true))
  const rows = await server.store.reads.selectFrom('security_entry').select('kind').where('kind', '=', 'restored').execute()
  expect(rows).toHaveLength(1)
  vera.leave()
  await server.close()
  expect(faults).toEqual([])
  await database.drop()
}

const folderOf = ({ environment }: TestDatabase) => environment['PORTICO_DATA'] ?? ''

function textsIn(folder: string): string[] {
  const file = new DatabaseSync(join(folder, 'portico.db'))
  const rows = file.prepare("select text from line where kind = 'message' order by ordinal").all()
  file.close()
  return rows.map(({ text }) => String(text))
}
