import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import type { Operator } from '@portico/testkit/person'
import { closeSound, openStaffedSite } from '@portico/testkit/site'
import { expect, test } from 'vitest'
import { findOperator } from './reads.ts'

onEachDatabase((create) => {
  test('[AU91] the language that somebody has chosen is kept with his account, for all his devices', async () => {
    const site = await openStaffedSite(await create())
    const languageOf = ({ live, id }: Operator) => live.view<'operator'>(`operator:${id}`)?.me.language
    expect(languageOf(site.bob)).toBeNull()
    expect(await site.bob.send({ type: 'operator.choose-language', language: 'fr' })).toEqual({ ok: true })
    await present(() => languageOf(site.bob) === 'fr')
    await site.verify()
    expect((await findOperator(site.server.store.reads, site.bob.id))?.locale).toBe('fr')
    expect(await site.bob.send({ type: 'operator.choose-language', language: null })).toEqual({ ok: true })
    await present(() => languageOf(site.bob) === null)
    await closeSound(site)
  })
})
