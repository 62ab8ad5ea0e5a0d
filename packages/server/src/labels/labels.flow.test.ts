import type { LabelId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSkillsOf } from './reads.ts'

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

  const namesOf = (kind: 'tag' | 'expertise') =>
    (site.ann.live.view<'settings'>('settings')?.labels ?? []).filter((label) => label.kind === kind).map(({ name }) => name)

  test('[CV266][E10] tags are made on the way, named and coloured anew, and gone for all when they are removed', async () => {
    const { ann, bob, root } = site
    const crack = newId<LabelId>()
    const make = (who: typeof ann, name: string, label = newId<LabelId>()) =>
      who.send({ type: 'label.make', label, kind: 'tag', name, tint: 1 })
    expect(await make(bob, ' Crack ', crack)).toEqual(OK)
    expect(await make(ann, 'crack')).toMatchObject({ refused: 'exists' })
    expect(await make(ann, 'Breakage')).toEqual(OK)
    await present(() => namesOf('tag').join() === 'Breakage,Crack')
    expect(await ann.send({ type: 'label.change', label: crack, name: 'Hairline crack', tint: 6 })).toEqual(OK)
    await present(() =>
      site.bob.live.view<'settings'>('settings')?.labels?.some(({ name, tint }) => name === 'Hairline crack' && tint === 6),
    )
    expect(await ann.send({ type: 'label.remove', label: crack })).toMatchObject({ refused: 'forbidden' })
    expect(await root.send({ type: 'label.remove', label: crack })).toEqual(OK)
    await present(() => namesOf('tag').join() === 'Breakage')
    expect(await ann.send({ type: 'label.change', label: crack, name: 'Back', tint: 1 })).toMatchObject({ refused: 'not-found' })
    // Its name is free again, its id is not.
    expect(await make(ann, 'Hairline crack', crack)).toMatchObject({ refused: 'exists' })
    expect(await make(ann, 'Hairline crack')).toEqual(OK)
    await site.verify()
  })

  test('[CV267][E25][E27] one says what one speaks and knows, and those who administer say it of others', async () => {
    const { ann, bob, olaf, root } = site
    const glaze = newId<LabelId>()
    expect(await ann.send({ type: 'label.make', label: glaze, kind: 'expertise', name: 'Glaze', tint: 2 })).toMatchObject({
      refused: 'forbidden',
    })
    expect(await root.send({ type: 'label.make', label: glaze, kind: 'expertise', name: 'Glaze', tint: 2 })).toEqual(OK)
    const set = (operator: typeof ann, languages: string[], expertise: LabelId[]) =>
      ({ type: 'skills.set', operator: operator.id, languages, expertise }) as const
    expect(await ann.send(set(ann, ['sv', 'en-gb'], [glaze]))).toEqual(OK)
    expect(await ann.send(set(bob, ['de'], []))).toMatchObject({ refused: 'forbidden' })
    expect(await root.send(set(bob, ['de'], [glaze]))).toEqual(OK)
    expect(await ann.send(set(ann, ['nonsense!'], []))).toMatchObject({ refused: 'invalid' })
    const seen = () => olaf.live.view<'settings'>('settings')?.skills?.toSorted((a) => (a.operator === ann.id ? -1 : 1))
    await present(() => seen()?.length === 2)
    expect(seen()).toEqual([
      { operator: ann.id, languages: ['sv', 'en-GB'], expertise: [glaze], country: null },
      { operator: bob.id, languages: ['de'], expertise: [glaze], country: null },
    ])
    const skills = await readSkillsOf(site.server.store.reads, [ann.id, olaf.id])
    expect([...skills.values()]).toEqual([{ operator: ann.id, languages: ['sv', 'en-GB'], expertise: [glaze], country: null }])
    expect(await readSkillsOf(site.server.store.reads, [])).toEqual(new Map())

    // What is removed from the site nobody knows any more; who has nothing left has said nothing.
    expect(await root.send(set(bob, [], [glaze]))).toEqual(OK)
    expect(await root.send({ type: 'label.remove', label: glaze })).toEqual(OK)
    await present(() => seen()?.length === 1 && seen()?.[0]?.expertise.length === 0)
    await site.verify()

    // Where somebody is from is something said.
    expect(await bob.send({ ...set(bob, [], []), country: 'at' })).toMatchObject({ refused: 'invalid' })
    expect(await bob.send({ ...set(bob, [], []), country: 'AT' })).toEqual(OK)
    await present(() => seen()?.some(({ operator, country }) => operator === bob.id && country === 'AT'))
    await site.verify()
    expect(await bob.send(set(bob, [], []))).toEqual(OK)
    await present(() => seen()?.length === 1)
    await site.verify()
  })
})
