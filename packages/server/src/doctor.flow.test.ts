// What the doctor says of everything that a server can be told to use, well and ill.
import { chmodSync } from 'node:fs'
import { onEachDatabase } from '@portico/testkit/databases'
import { startFakeS3 } from '@portico/testkit/fake-s3'
import { openFakeSmtp } from '@portico/testkit/fake-smtp'
import { freePort } from '@portico/testkit/free-port'
import type { TestDatabase } from '@portico/testkit/test-database'
import { connectTo } from '@portico/testkit/toy-road'
import { expect, inject, test } from 'vitest'
import { runCommandLine } from './command-line.ts'

const REACHED = { PORTICO_URL: 'https://chat.example.org', PORTICO_TRUSTED_PROXIES: '127.0.0.1' }

onEachDatabase((create) => {
  test('[ST43] where all is well each line says so, and nothing is left behind', async () => {
    const database = await create()
    const [smtp, s3] = [await openFakeSmtp(), await startFakeS3()]
    const { code, said, lines } = await ask(database, {
      ...REACHED,
      ...redisBeside(database),
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}?from=chat@example.org`,
      ...inBucket(s3),
    })
    expect([code, lines('fault')]).toEqual([0, []])
    // Of the test's own PostgreSQL, and of its machine.
    expect(lines('warn').filter((line) => !/ = off: |of its disk are free/.test(line))).toEqual([])
    expect(said).toContain('it is of this version')
    expect(said).toContain('lets us in')
    expect(said).toContain('keeps files')
    expect([s3.kept(), smtp.mails]).toEqual([[], []])
    await smtp.close()
    await s3.close()
    await database.drop()
  })

  test('[ST43] what does not answer is a fault with what to do, and no secret is said', async () => {
    const database = await create()
    const [port, s3] = [await freePort(), await startFakeS3()]
    s3.fail(403)
    const mail = { SMTP_URL: `smtp://chat:of-the-mail-server@127.0.0.1:${port}?from=chat@example.org` }
    const { code, said, lines } = await ask(database, { ...REACHED, ...mail, ...inBucket(s3) })
    expect(code).toBe(1)
    expect(lines('fault')).toEqual([
      expect.stringContaining('the mail server 127.0.0.1 does not take mails (connect ECONNREFUSED'),
      expect.stringContaining('does not keep files (S3 does not take a blob: 403)'),
    ])
    expect(said).toContain('→ see what SMTP_URL says')
    for (const secret of ['of-the-mail-server', s3.secret]) expect(said).not.toContain(secret)
    await s3.close()
    await database.drop()
  })

  test('[ST43] a database of a newer version is a fault; one that the next start brings on is none', async () => {
    const database = await create()
    const db = connectTo(database)
    await db.deleteFrom('migration').where('name', '=', '2026-11-26-mails').execute()
    expect(await ask(database, REACHED)).toMatchObject({ code: 0, said: expect.stringContaining('(1 migrations)') })
    await db.insertInto('migration').values({ name: '2099-01-01-surveys', at: 0 }).execute()
    expect((await ask(database, REACHED)).lines('fault')).toEqual(['a newer version wrote it (2099-01-01-surveys)'])
    // What has only been added is in nobody's way.
    await db.insertInto('additive_migration').values({ name: '2099-01-01-surveys' }).execute()
    expect((await ask(database, REACHED)).lines('fault')).toEqual([])
    await db.destroy()
    await database.drop()
  })

  test('[ST43] what is worth a look is no fault', async () => {
    const database = await create()
    const folder = database.environment['PORTICO_DATA'] ?? ''
    chmodSync(folder, 0o755)
    const { code, said, lines } = await ask(database, {}, () => Date.now() + 60_000)
    expect(code).toBe(0)
    expect(lines('warn')).toContain(`others may read ${folder}`)
    expect(lines('warn')).toContain('PORTICO_URL is not set')
    if (database.name === 'PostgreSQL') expect(said).toMatch(/warn {2}this machine's clock is (59|60)\.\d s off the database's/)
    await database.drop()
  })

  test('[ST43] a database that lets nobody in is one fault, a Redis that is away is none', async () => {
    const database = await create()
    const url = new URL(database.environment['PORTICO_DATABASE'] ?? 'postgres://portico:of-the-database@127.0.0.1/portico')
    url.port = String(await freePort())
    url.password = 'of-the-database'
    const settings = { ...REACHED, PORTICO_DATABASE: url.href, REDIS_URL: `redis://127.0.0.1:${await freePort()}` }
    const { code, said, lines } = await ask(database, settings)
    expect(code).toBe(1)
    expect(lines('fault')).toEqual([expect.stringContaining('the database does not let us in (connect ECONNREFUSED')])
    expect(lines('warn')).toEqual(expect.arrayContaining([expect.stringContaining('REDIS_URL does not answer')]))
    expect(said).not.toContain('of-the-database')
    await database.drop()
  })
})

const inBucket = ({ url, region, key, secret }: Awaited<ReturnType<typeof startFakeS3>>) => ({
  PORTICO_S3_URL: url,
  PORTICO_S3_REGION: region,
  PORTICO_S3_KEY: key,
  PORTICO_S3_SECRET: secret,
})
function redisBeside({ name }: TestDatabase): Record<string, string> {
  const url = inject('redis')
  return name === 'PostgreSQL' && url !== null ? { REDIS_URL: url } : {}
}

async function ask({ environment }: TestDatabase, settings: Record<string, string>, now = Date.now) {
  let said = ''
  const terminal = { now, say: (text: string) => (said += text), complain: (text: string) => (said += text) }
  const code = await runCommandLine({ words: ['doctor'], env: { ...environment, ...settings }, ...terminal })
  const lines = (state: string) =>
    said.split('\n').flatMap((line) => (line.startsWith(state) ? [line.slice(state.length).trim()] : []))
  return { code, said, lines }
}
