import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

const OK = { ok: true }

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  const chosenBy = (who: typeof site.ann) => who.live.view<'operator'>(`operator:${who.id}`)?.monitored ?? []

  test('[MN1][MN2][E15] what calls somebody is chosen for each conversation, by each for himself, in all his consoles', async () => {
    const { ann, bob } = site
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Is it glazed?')
    const topic = `channel:${MAIN}` as const
    await present(() => bob.live.view(topic)?.rows.some(({ id }) => id === conversation))
    expect(await bob.send({ type: 'monitor.set', conversation, of: 'everything' })).toEqual(OK)
    await present(() => chosenBy(bob).length === 1)
    expect(chosenBy(bob)).toEqual([{ conversation, of: 'everything' }])
    expect(chosenBy(ann)).toEqual([])
    const again = await bob.again()
    await present(() => chosenBy(again).length === 1)
    for (const wish of ['visitor', 'visitor', 'nothing'] as const) {
      expect(await again.send({ type: 'monitor.set', conversation, of: wish })).toEqual(OK)
      await present(() => chosenBy(bob)[0]?.of === wish)
    }
    await site.verify()
    await vera.send({ type: 'conversation.close', conversation })
    expect(await bob.send({ type: 'monitor.set', conversation, of: 'visitor' })).toEqual({ ok: false, refused: 'closed' })
    again.live.close()
  })
})
