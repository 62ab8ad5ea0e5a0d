// An owner who has lost his password, beside a server that runs and without one.
import { join } from 'node:path'
import { PASSWORD } from '@portico/testkit/account'
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { closeSound, openSite, post, tokenOf, type Site } from '@portico/testkit/site'
import type { TestDatabase } from '@portico/testkit/test-database'
import { connectTo } from '@portico/testkit/toy-road'
import { expect, test } from 'vitest'
import { runCommandLine } from './command-line.ts'

onEachDatabase((create) => {
  test('[AU41][ST44] beside a server that runs it prints a link, good once, which the log of security tells of', async () => {
    const site = await openAt(await create())
    const { ada, root, run: act } = await openCast(site)
    const ran = await run(site, ['reset-password', 'Root@example.org'])
    expect(ran).toMatchObject({ code: 0, error: expect.stringContaining('Good once, until ') })
    const token = tokenOf(ran.out.trim())
    expect(ran.out).toBe(`http://localhost:${new URL(site.url).port}/reset#token=${token}\n`)
    const rows = await site.server.store.reads.selectFrom('security_entry').selectAll().execute()
    const told = rows.filter(({ detail }) => detail === 'reset-link-printed')
    expect(told).toMatchObject([{ kind: 'account-changed', by: null, about: root.id, address: null }])
    expect(JSON.stringify([rows, site.security])).not.toContain(token)

    const adas = tokenOf((await run(site, ['reset-password', 'ada@example.org'])).out.trim())
    expect(await act({ type: 'operator.change-role', operator: ada.id, role: 'operator' }, root.actor)).toEqual({ ok: true })
    expect((await use(site, adas)).status).toBe(200)
    expect((await use(site, token)).status).toBe(200)
    expect((await use(site, token)).status).toBe(404)
    expect((await fetch(`${site.url}/api/sessions`, { headers: root.headers })).status).toBe(401)
    await closeSound(site)
  })

  test('[ST44] without a server it prints one that the next server knows, and a former one is good no longer', async () => {
    const site = await openAt(await create())
    await openCast(site)
    const former = tokenOf((await run(site, ['reset-password', 'root@example.org'])).out.trim())
    await site.server.close()
    const token = tokenOf((await run(site, ['reset-password', 'root@example.org', '--without-second-factor'])).out.trim())
    const next = await openAt(site.database)
    expect((await use(next, former)).status).toBe(404)
    expect((await use(next, token)).status).toBe(200)
    await closeSound(next)
  })

  test('[ST44] who is not there, who has been withdrawn, and what was not said are told apart', async () => {
    const site = await openAt(await create())
    await openCast(site)
    const said = async (...words: string[]) => (await run(site, ['reset-password', ...words])).error
    expect(await said('nobody@example.org')).toBe('there is no account with the e-mail address nobody@example.org\n')
    expect(await said('rick@example.org')).toContain('the account rick@example.org has been withdrawn')
    expect(await said()).toContain('name one e-mail address')
    expect(await said('root@example.org', '--loud')).toContain('--loud')
    const left = await site.server.store.reads.selectFrom('password_reset').selectAll().execute()
    expect(left).toEqual([])
    expect((await run(site, ['reset-password', '--help'])).out).toContain('reset-password <e-mail>')
    await closeSound(site)
  })

  test('[ST44] a database of another version is left alone', async () => {
    const site = await openAt(await create())
    await openCast(site)
    await site.server.close()
    const db = connectTo(site.database)
    await db.insertInto('migration').values({ name: '2099-01-01-surveys', at: 0 }).execute()
    expect((await run(site, ['reset-password', 'root@example.org'])).error).toContain('newer version of Portico')
    await db.deleteFrom('migration').where('name', 'in', ['2099-01-01-surveys', '2026-11-26-mails']).execute()
    const older = await run(site, ['reset-password', 'root@example.org'])
    expect(older).toMatchObject({ code: 1, error: expect.stringContaining('it lacks 2026-11-26-mails') })
    expect(await db.selectFrom('migration').where('name', '=', '2026-11-26-mails').selectAll().execute()).toEqual([])
    await db.destroy()
    await site.database.drop()
  })
})

const openAt = (database: TestDatabase): Promise<Site> =>
  openSite(database, {
    terminal: database.name === 'SQLite' ? join(database.environment['PORTICO_DATA'] ?? '', 'portico.sock') : undefined,
  })

const use = (site: Site, token: string) => post(site, '/api/reset', { token, password: `${PASSWORD} of ${token.slice(0, 9)}` })

async function run({ url, clock, database }: Site, words: readonly string[]) {
  let [out, error] = ['', '']
  const code = await runCommandLine({
    words,
    env: { ...database.environment, PORT: new URL(url).port },
    now: clock.now,
    say: (text) => (out += text),
    complain: (text) => (error += text),
  })
  return { code, out, error }
}
