import { PASSWORD } from '@portico/testkit/account'
import { enlist } from '@portico/testkit/enlist'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, operator } from '@portico/testkit/person'
import { closeSound, openStaffedSite, post, signedIn } from '@portico/testkit/site'
import { expect, test } from 'vitest'

onEachDatabase((create) => {
  test('[AU90] who was sent away is brought back as he was, with his password and his channels', async () => {
    const site = await openStaffedSite(await create())
    const { ann, root } = site
    const { id } = await enlist(site, 'Bea')
    const credentials = { email: 'bea@example.org', password: PASSWORD }
    const settings = () => ann.live.view<'settings'>('settings')
    const isMember = () => settings()?.members.some(({ operator: each, channel }) => each === id && channel === MAIN)
    await present(isMember)
    expect(await root.send({ type: 'operator.revoke', operator: id })).toEqual({ ok: true })
    await present(() => !isMember())
    expect((await post(site, '/api/session', credentials)).status).toBe(401)
    const listed = await root.request('/api/operators/withdrawn')
    expect(await listed.json()).toMatchObject({ operators: [{ id, name: 'Bea', email: 'bea@example.org' }] })

    expect(await root.send({ type: 'operator.restore', operator: id })).toEqual({ ok: true })
    await present(() => settings()?.colleagues.some((each) => each.id === id) && isMember())
    const bea = await operator(site, 'Bea', await signedIn(await post(site, '/api/session', credentials)))
    await present(() => bea.live.view(`channel:${MAIN}`))
    await site.verify()
    expect(await root.send({ type: 'operator.restore', operator: id })).toEqual({ ok: true })
    expect(await (await root.request('/api/operators/withdrawn')).json()).toEqual({ operators: [] })
    await closeSound(site)
  })
})
