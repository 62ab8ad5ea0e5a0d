// How an account is guessed at from everywhere, and how its owner comes in all the while.
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { PASSWORD } from '@portico/testkit/account'
import { closeSound, METRICS_TOKEN, openSite, watchLimits, type Site } from '@portico/testkit/site'
import { startServer } from '../server.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseProxies } from '../platform/wire/address.ts'
import { asking, type Ask } from './testing-ask.ts'

const MINUTE_MS = 60_000

onEachDatabase((create) => {
  let site: Site
  let ask: Ask
  beforeAll(async () => {
    site = await openSite(await create())
    await openCast(site)
    ask = asking(site)
  })
  afterAll(() => closeSound(site))

  test('[AU31] guesses at one account from ever new addresses wait, and a device that has signed in does not', async () => {
    const reached = await watchLimits(site)
    const known = await signIn('root@example.org')
    const device = deviceOf(known.cookies)
    const statuses = await Promise.all(Array.from({ length: 30 }, () => signIn('root@example.org', { password: 'guess' })))
    expect(statuses.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(statuses.filter(({ refused }) => refused === 'retry')).toHaveLength(20)
    expect(await reached('sign-in-of-account')).toBe(20)
    expect(await signIn('root@example.org')).toMatchObject({ status: 429, refused: 'retry', afterMs: MINUTE_MS })
    expect(await signIn('root@example.org', { device })).toMatchObject({ status: 200 })
    expect(await signIn('ann@example.org', { device })).toMatchObject({ status: 200 })
  })

  test('[AU31] an account that is not there waits like one that is', async () => {
    const tries = async (email: string) => {
      const answers = []
      for (let i = 0; i < 11; i++) answers.push(await signIn(email, { password: 'guess' }))
      return answers.map(({ status, afterMs, refused, detail, cookies }) => ({ status, afterMs, refused, detail, cookies }))
    }
    const [there, absent] = await Promise.all([tries('olaf@example.org'), tries('nobody@example.org')])
    expect(there.at(-1)).toMatchObject({ status: 429, afterMs: MINUTE_MS })
    expect(absent).toEqual(there)
  })

  test('[AU31] a known device has tries of its own, and a limit of its address keeps it out as little', async () => {
    const first = await signIn('bob@example.org', { from: '10.8.0.1' })
    const device = deviceOf(first.cookies)
    for (let i = 0; i < 31; i++) await signIn(`crowd${i}@example.org`, { password: 'guess', from: '10.8.0.1' })
    expect(await signIn('bob@example.org', { from: '10.8.0.1' })).toMatchObject({ status: 429 })
    expect(await signIn('bob@example.org', { from: '10.8.0.1', device })).toMatchObject({ status: 200 })
    for (let i = 0; i < 5; i++)
      expect(await signIn('bob@example.org', { password: 'guess', device })).toMatchObject({ status: 401 })
    expect(await signIn('bob@example.org', { device })).toMatchObject({ status: 429, afterMs: MINUTE_MS })
    expect(await signIn('bob@example.org')).toMatchObject({ status: 200 })
  })

  test('[AU31] a device is one that we have named, kept by a cookie that no script reads, and ten of an account', async () => {
    const planted = 'p'.repeat(43)
    const first = await signIn('ada@example.org', { device: planted })
    expect(deviceOf(first.cookies)).not.toBe(planted)
    expect(first.cookies[1]).toMatch(/^portico-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=34560000$/)
    const over = await ask('POST /api/session', {
      body: { email: 'ada@example.org', password: PASSWORD },
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(over.cookies[1]).toMatch(/^__Host-portico-device=.*; Secure$/)
    for (let i = 0; i < 12; i++) {
      await site.clock.move(1)
      await signIn('ada@example.org')
    }
    const { reads } = site.server.store
    const rows = await reads
      .selectFrom('known_device')
      .innerJoin('operator', 'operator.id', 'known_device.operator_id')
      .select('token_hash')
      .where('email', '=', 'ada@example.org')
      .execute()
    expect(rows).toHaveLength(10)
    expect(JSON.stringify(rows)).not.toContain(deviceOf(first.cookies))
  })

  test('[AU31] tries are counted over all nodes', async () => {
    if (site.database.name === 'SQLite') return
    const { node, there } = await openAnother()
    const guess = { body: { email: 'two-nodes@example.org', password: 'guess' } }
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? ask : there)('POST /api/session', { ...guess, from: `10.8.1.${i}` })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    await node.close()
  })

  test('[ND32] what one address tries of many accounts is counted over all nodes', async () => {
    if (site.database.name === 'SQLite') return
    const { node, there } = await openAnother()
    const tries = Array.from({ length: 16 }, (_, i) =>
      [ask, there].map((where, n) =>
        where('POST /api/session', { body: { email: `many${i}.${n}@example.org`, password: 'guess' }, from: '10.8.2.1' }),
      ),
    )
    const statuses = (await Promise.all(tries.flat())).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(30)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    await node.close()
  })

  async function openAnother() {
    const node = await startServer({
      openStore: site.database.open,
      clock: site.clock,
      host: '127.0.0.1',
      port: 0,
      trusted: parseProxies('127.0.0.1'),
      metricsToken: METRICS_TOKEN,
      onFault: (fault) => site.faults.push(fault),
      onFatal: (error) => site.faults.push({ what: 'fatal', error }),
    })
    return { node, there: asking({ ...site, url: node.url.replace('localhost', '127.0.0.1') }) }
  }

  type Said = { password?: string; device?: string; from?: string }
  const signIn = (email: string, { password = PASSWORD, device, from }: Said = {}) =>
    ask('POST /api/session', {
      body: { email, password },
      ...(from !== undefined && { from }),
      ...(device !== undefined && { headers: { cookie: `portico-device=${device}` } }),
    })
})

const deviceOf = (cookies: readonly string[]): string => /portico-device=([\w-]+)/.exec(cookies.join())?.[1] ?? ''
