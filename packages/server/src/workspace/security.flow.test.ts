// Who may read the log of security, and how.
import type { SecurityPage } from '@portico/protocol/security'
import { openCast, type Caller, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { closeSound, openSite, watchLimits, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
  })
  afterAll(() => closeSound(site))

  test('[SE8] administrators and owners read it, newest first and page by page; nobody else does', async () => {
    for (let i = 0; i < 120; i++) {
      await site.clock.move(1)
      await cast.run({ type: 'site.rename', name: `Shop ${i}` }, cast.ada.actor)
    }
    const first = await page(cast.ada)
    expect(first.rows).toHaveLength(50)
    expect(first.rows[0]).toMatchObject({ kind: 'settings-changed', by: { id: cast.ada.id, name: 'Ada' }, object: 'Shop 119' })
    const second = await page(cast.root, `?before=${first.next}`)
    expect(second.rows[0]?.object).toBe('Shop 69')
    expect(first.people.map(({ name }) => name)).toEqual(['Ada', 'Ann', 'Bob', 'Olaf', 'Rick', 'Root'])
    let rows = first.rows.length
    for (let { next } = first; next !== null;) {
      const more = await page(cast.root, `?before=${next}`)
      rows += more.rows.length
      next = more.next
    }
    const { count } = await site.server.store.reads
      .selectFrom('security_entry')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow()
    expect(rows).toBe(Number(count))
    for (const outsider of [cast.ann, cast.olaf]) expect((await ask(outsider)).status).toBe(403)
    expect((await fetch(`${site.url}/api/security`)).status).toBe(401)
  })

  test('[SE8] it is filtered by kind and by person, whoever did it or whom it was about', async () => {
    const withdrawn = await page(cast.root, '?kind=operator-withdrawn')
    expect(withdrawn.rows).toMatchObject([{ by: { name: 'Root' }, about: { id: cast.rick.id, name: 'Rick' } }])
    const { rows } = await page(cast.root, `?person=${cast.rick.id}`)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['invitation-accepted', 'settings-changed', 'signed-in', 'operator-withdrawn']),
    )
    expect((await page(cast.root, `?person=${cast.rick.id}&kind=signed-in`)).rows).toHaveLength(1)
    expect((await ask(cast.root, '?kind=anything')).status).toBe(400)
  })

  test('[SE9] it is exported as a table in which nothing is a formula', async () => {
    await site.clock.move(1)
    await cast.run({ type: 'site.rename', name: '=HYPERLINK("https://evil.example","x")' }, cast.ada.actor)
    const answer = await fetch(`${site.url}/api/security.csv?person=${cast.ada.id}`, { headers: cast.root.headers })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="security.csv"')
    const [head, newest] = (await answer.text()).split('\r\n')
    expect(head).toBe('"at","kind","detail","by","by_id","about","about_id","object","address","device","count"')
    expect(newest).toContain(
      `,"settings-changed","site-name","Ada","${cast.ada.id}","","","'=HYPERLINK(""https://evil.example"",""x"")",`,
    )
    expect((await fetch(`${site.url}/api/security.csv`, { headers: cast.ann.headers })).status).toBe(403)
  })

  test('[WR141] it is exported so often at once, then so often a minute, by each', async () => {
    const reached = await watchLimits(site)
    const rosa = await cast.newOperator('Rosa', 'administrator', [])
    const statuses = await Promise.all(Array.from({ length: 11 }, async () => exported(rosa)))
    expect(statuses.filter((status) => status === 200)).toHaveLength(10)
    expect(statuses).toContain(429)
    expect(await reached('exports')).toBe(1)
    expect(await exported(cast.root)).toBe(200)
    await site.clock.move(6000)
    expect([await exported(rosa), await exported(rosa)]).toEqual([200, 429])
  })

  const exported = async ({ headers }: Caller) => (await fetch(`${site.url}/api/security.csv`, { headers })).status
  const ask = ({ headers }: Caller, query = '') => fetch(`${site.url}/api/security${query}`, { headers })
  const page = async (caller: Caller, query = '') => (await (await ask(caller, query)).json()) as SecurityPage // the route's answer
})
