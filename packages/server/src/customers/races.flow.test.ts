import { pass } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { openNode, type OtherNode } from '@portico/testkit/nodes'
import { MAIN, visitor, type Visitor } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../platform/must.ts'
import { customerIdOf } from './customer.ts'
import { identify, makeKey, signFor } from './testing-sign.ts'

const DEVICES = 20

/** Three nodes on PostgreSQL; a file has one. */
onEachDatabase((create) => {
  let site: StaffedSite
  let others: OtherNode[] = []
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    if (site.database.name !== 'SQLite') others = [await openNode(site), await openNode(site)]
  })
  afterAll(async () => {
    for (const { close } of others) await close()
    await closeSound(site)
  })

  const placeOf = (n: number) => must([site, ...others][n % (others.length + 1)])
  const crowdOf = (name: string) => Promise.all(Array.from({ length: DEVICES }, (_, n) => visitor(placeOf(n), `${name} ${n}`)))
  const linksOf = async (sub: string) =>
    (
      await site.server.store.reads
        .selectFrom('visitor_link')
        .select('visitor_id')
        .where('customer_id', '=', customerIdOf(MAIN, sub))
        .execute()
    ).length
  const identifyAll = (crowd: readonly Visitor[], token: string) =>
    crowd.map((device, n) => identify(placeOf(n).url, { token, visitor: device }))

  test('[CU6] links that race with a log-out are made before it, or not at all, whichever nodes they come by', async () => {
    const key = await makeKey(site.root)
    const crowd = await crowdOf('Device')
    const token = await signFor(key, { sub: 'u-race', at: site.clock.now() })
    await identify(site.url, { token, visitor: must(crowd[0]) })
    await pass(site.clock, 10_000)
    const [out, ...answers] = await Promise.all([
      site.root.send({ type: 'customer.log-out', customer: customerIdOf(MAIN, 'u-race') }),
      ...identifyAll(crowd, token),
    ])
    expect(out).toEqual({ ok: true })
    const linked = answers.filter(({ state }, n) => n > 0 && state === 'linked').length
    expect(answers.filter(({ state, refused }) => state !== 'linked' && refused !== 'forbidden')).toEqual([])
    expect(await linksOf('u-race')).toBe(1 + linked)
    const after = await Promise.all(identifyAll(crowd, token))
    expect(after.map(({ refused }) => refused)).toEqual(crowd.map(() => 'forbidden'))
    expect(await linksOf('u-race')).toBe(1 + linked)
    for (const device of crowd) device.leave()
  })

  test('[CU4][CU5] one who comes with many devices at once is one customer, and a device that two claim at once is one’s', async () => {
    const key = await makeKey(site.root)
    const crowd = await crowdOf('New device')
    const at = site.clock.now()
    const answers = await Promise.all(identifyAll(crowd, await signFor(key, { sub: 'u-many', at })))
    expect(answers.map(({ state }) => state)).toEqual(crowd.map(() => 'linked'))
    expect(await linksOf('u-many')).toBe(DEVICES)
    const shared = await visitor(site, 'Shared')
    const subs = Array.from({ length: 6 }, (_, n) => `u-claims-${n}`)
    const claims = await Promise.all(
      subs.map(async (sub, n) => identify(placeOf(n).url, { token: await signFor(key, { sub, at }), visitor: shared })),
    )
    expect(claims.filter(({ state }) => state === 'linked')).toHaveLength(1)
    expect(claims.filter(({ refused }) => refused === 'identified')).toHaveLength(subs.length - 1)
    for (const device of crowd) device.leave()
  })
})
