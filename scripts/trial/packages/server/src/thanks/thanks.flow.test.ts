import { configure } from '@portico/testkit/configure'
import { passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

const OK = { ok: true }

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test('[TH1] a visitor thanks once, everybody in the conversation sees it, and a minute later it is not counted any more', async () => {
    const { ann } = site
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Did it arrive?')
    const unwatch = ann.live.watch(`conversation:${conversation}`)
    await present(() => ann.live.view(`conversation:${conversation}`))
    const give = { type: 'thanks.give', conversation } as const
    expect([await vera.send(give), await vera.send(give)]).toEqual([OK, OK])
    await present(() => vera.live.view(`chat:${conversation}`)?.thankedAt)
    await present(() => ann.live.view(`conversation:${conversation}`)?.thankedAt)
    await present(() => ann.live.view(`channel:${MAIN}`)?.thanksLately === 1)
    await site.verify()
    await passUntil(site.clock, () => ann.live.view(`channel:${MAIN}`)?.thanksLately === 0)
    await site.verify()
    unwatch()
  })

  test('[TH2] a channel that takes no thanks gets none, and visitors are told in their language', async () => {
    const told = async (locale: string) =>
      ((await (await fetch(`${site.url}/widget/${MAIN}/config.json?locale=${locale}`)).json()) as { options: object }).options // the route's answer
    expect(await told('fr')).toMatchObject({ takesThanks: true, thanksAnswer: 'Je vous en prie !' })
    expect(await told('en')).toMatchObject({ thanksAnswer: 'You are welcome!' })
    expect(await configure(site.root.send, { ...site, channel: MAIN, changes: { takesThanks: false } })).toEqual(OK)
    const victor = await site.visit('Victor')
    const { conversation } = await victor.open('Thank you anyway')
    expect(await victor.send({ type: 'thanks.give', conversation })).toEqual({ ok: false, refused: 'forbidden' })
    await site.verify()
  })
})
