import type { Operator } from '@portico/testkit/person'
import { startSession, succeed } from '@portico/testkit/account'
import { pass, passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_MS } from '../auth/account.ts'
import { ABSENT_MS } from './lease.ts'

const OK = { ok: true }
const MINUTE_MS = 60_000

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  const presenceOf = ({ id }: Operator, seenBy: Operator = site.root) =>
    seenBy.live.view<'settings'>('settings')?.presences.find(({ operator }) => operator === id)
  const isLoggedIn = (who: Operator) => (presenceOf(who)?.loggedInUntil ?? 0) > site.clock.now()
  const configure = (rules: object) => site.root.send({ type: 'presence.configure', ...rules })
  const signIn = async (who: Operator) => {
    await site.clock.move(1000)
    return startSession(site, who.id)
  }

  test('[PR10][PR43][B17] whose console is closed is logged in still, until he signs out', async () => {
    const { bob, server } = site
    await present(() => isLoggedIn(bob) && presenceOf(bob)?.connectedAt)
    bob.leave()
    await pass(site.clock, ABSENT_MS + 1000)
    await present(() => presenceOf(bob)?.connectedAt === null)
    expect(isLoggedIn(bob)).toBe(true)
    await site.verify()
    const answer = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie: bob.cookie } })
    expect(answer.status).toBe(200)
    await present(() => presenceOf(bob)?.loggedInUntil === null)
    await site.verify()
  })

  test('[PR43][B17] of several sessions the last to end counts; those that are withdrawn, or end with a password, count no more', async () => {
    const { bob } = site
    const [first, second] = [await signIn(bob), await signIn(bob)]
    const until = site.clock.now() + SESSION_MS
    await present(() => presenceOf(bob)?.loggedInUntil === until)
    await succeed(site, { type: 'session.revoke', session: first.session }, first.actor)
    await site.verify()
    expect(presenceOf(bob)?.loggedInUntil).toBe(until)
    const third = await signIn(bob)
    await present(() => presenceOf(bob)?.loggedInUntil !== until)
    await succeed(site, { type: 'session.revoke-others' }, second.actor)
    await present(() => presenceOf(bob)?.loggedInUntil === until)
    await succeed(site, { type: 'session.revoke', session: second.session }, second.actor)
    await present(() => presenceOf(bob)?.loggedInUntil === null)
    expect(third.id).toBe(bob.id)
    await site.verify()
  })

  test('[PR3][PR44][B16] nobody is lowered at sign-in unless the site says so; then a notice says so until he has chosen', async () => {
    const { ann, olaf } = site
    await signIn(ann)
    await site.verify()
    expect(presenceOf(ann, olaf)).toMatchObject({ availability: 'everybody', loweredAt: null })
    expect(await configure({ lowersAtSignIn: true })).toEqual(OK)
    await present(() => ann.live.view<'settings'>('settings')?.presenceRules?.lowersAtSignIn)
    await signIn(ann)
    await present(() => presenceOf(ann, olaf)?.availability === 'internal')
    expect(presenceOf(ann, olaf)?.loweredAt).toBe(site.clock.now())
    await site.verify()
    // To leave it at that is a choice.
    const { availabilityAt } = presenceOf(ann, olaf) ?? {}
    expect(await ann.send({ type: 'availability.set', availability: 'internal' })).toEqual(OK)
    await present(() => presenceOf(ann, olaf)?.loweredAt === null)
    expect(presenceOf(ann, olaf)?.availabilityAt).toBe(availabilityAt)
    await site.verify()
  })

  test('[PR3][PR44][B16] lower values stay as they are, and whoever comes for the first time is available', async () => {
    const { ann, olaf } = site
    for (const availability of ['unavailable', 'internal'] as const) {
      await ann.send({ type: 'availability.set', availability })
      await present(() => presenceOf(ann, olaf)?.availability === availability)
      await signIn(ann)
      await site.verify()
      expect(presenceOf(ann, olaf)).toMatchObject({ availability, loweredAt: null })
    }
    await ann.send({ type: 'availability.set', availability: 'everybody' })
    expect(await configure({ lowersAtSignIn: false, repeatsNotice: true })).toEqual(OK)
    await present(() => ann.live.view<'settings'>('settings')?.presenceRules?.repeatsNotice)
  })

  test('[PR8][PR45][B18] the site says after how long an operator is away, and it holds at once in both directions', async () => {
    const { ann, olaf } = site
    expect(await configure({ operatorAwayMs: 0 })).toMatchObject({ refused: 'invalid' })
    expect(await configure({ operatorAwayMs: 2 * MINUTE_MS, visitorAwayMs: 3 * MINUTE_MS })).toEqual(OK)
    await present(() => ann.live.view<'settings'>('settings')?.presenceRules?.visitorAwayMs === 3 * MINUTE_MS)
    const since = site.clock.now()
    ann.live.moved()
    await passUntil(site.clock, () => typeof presenceOf(ann, olaf)?.idleSince === 'number')
    expect(site.clock.now() - since).toBeGreaterThan(2 * MINUTE_MS)
    expect(site.clock.now() - since).toBeLessThan(5 * MINUTE_MS)
    expect(await configure({ operatorAwayMs: 60 * MINUTE_MS })).toEqual(OK)
    await passUntil(site.clock, () => presenceOf(ann, olaf)?.idleSince === null)
    await site.verify()
  })

  // The last: all others run out with his.
  test('[PR43][B17] a session that runs out is told beforehand, and writes nothing when it does', async () => {
    const { bob } = site
    await signIn(bob)
    const until = await present(() => presenceOf(bob)?.loggedInUntil)
    expect(isLoggedIn(bob)).toBe(true)
    const last = await newestEntry()
    await site.clock.leap(until - site.clock.now())
    expect(presenceOf(bob)?.loggedInUntil).toBe(until)
    expect(until).toBe(site.clock.now())
    expect(isLoggedIn(bob)).toBe(false)
    expect(await newestEntryAbout(bob.id, last)).toBe(0)
  })

  async function newestEntry(): Promise<number> {
    const { position } = await site.server.store.reads
      .selectFrom('event_log')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('topic', '=', 'settings')
      .executeTakeFirstOrThrow()
    return position ?? 0
  }
  async function newestEntryAbout(operator: string, after: number): Promise<number> {
    const rows = await site.server.store.reads
      .selectFrom('event_log')
      .selectAll()
      .where('topic', '=', 'settings')
      .where('position', '>', after)
      .execute()
    return rows.filter((row) => JSON.stringify(row).includes(operator)).length
  }
})
