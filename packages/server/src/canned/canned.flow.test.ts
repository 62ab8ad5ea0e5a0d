import type { Canned, CannedAnswer, CannedSharedWith } from '@portico/protocol/canned'
import type { CannedId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
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

  type Who = StaffedSite['ann']
  const of = async (who: Who): Promise<Canned[]> => {
    const answer = await fetch(`${site.url}/api/canned`, { headers: { cookie: who.cookie } })
    return ((await answer.json()) as CannedAnswer).canned // as the route declares it
  }
  const shortcuts = async (who: Who) => (await of(who)).map(({ shortcut }) => shortcut)
  const write = (
    who: Who,
    shortcut: string,
    more: { canned?: CannedId; version?: number; sharedWith?: CannedSharedWith } = {},
  ) => {
    const { canned = newId<CannedId>(), version = 0, sharedWith = { kind: 'nobody' } } = more
    const texts = [{ language: 'en', text: `${shortcut}, in English` }]
    return who.send({ type: 'canned.write', canned, version, shortcut, texts, sharedWith })
  }
  const toldOf = (who: Who) => who.live.view<'settings'>('settings')?.cannedChangedAt ?? 0

  test('[CR1][CR2][CR6][E13] one’s own are seen by nobody; shared ones by those they are shared with, who hear of it', async () => {
    const { ann, bob, olaf, root } = site
    expect(await write(ann, 'care')).toEqual(OK)
    expect(await write(ann, 'CARE')).toMatchObject({ refused: 'exists' })
    expect([await shortcuts(ann), await shortcuts(bob), await shortcuts(root)]).toEqual([['care'], [], []])
    expect(toldOf(bob)).toBe(0)

    const replace = newId<CannedId>()
    const shared = { kind: 'channels', channels: [MAIN] } as const
    expect(await write(ann, 'replace', { canned: replace, sharedWith: { ...shared, channels: [...shared.channels] } })).toEqual(
      OK,
    )
    await present(() => toldOf(bob) > 0)
    expect([await shortcuts(bob), await shortcuts(olaf), await shortcuts(root)]).toEqual([['replace'], [], ['replace']])
    expect((await of(bob))[0]).toMatchObject({ by: { id: ann.id }, mayChange: false, sharedWith: shared, uses: 0, usedAt: null })
    expect(await write(bob, 'replace-it', { canned: replace, version: 1 })).toMatchObject({ refused: 'forbidden' })
    expect(await write(olaf, 'replace-it', { canned: replace, version: 1 })).toMatchObject({ refused: 'not-found' })
    // Of another maker the same shortcut is another one.
    expect(await write(bob, 'replace')).toEqual(OK)

    const before = toldOf(bob)
    expect(await write(root, 'replace', { canned: replace, version: 1 })).toEqual(OK)
    await present(() => toldOf(bob) > before)
    expect((await of(bob)).map(({ by }) => by.id)).toEqual([bob.id])
    expect(await write(ann, 'replace', { canned: replace, version: 1 })).toMatchObject({ refused: 'changed' })
    expect(await ann.send({ type: 'canned.remove', canned: replace })).toEqual(OK)
    expect(await write(ann, 'replace', { canned: replace, version: 0 })).toMatchObject({ refused: 'not-found' })
    await site.verify()
  })

  test('[CR7][E13] uses are counted, and what one uses most comes first', async () => {
    const { bob, olaf, root } = site
    const [hours, kiln] = [newId<CannedId>(), newId<CannedId>()]
    const everybody = { kind: 'everybody' } as const
    expect(await write(root, 'hours', { canned: hours, sharedWith: everybody })).toEqual(OK)
    expect(await write(root, 'kiln', { canned: kiln, sharedWith: everybody })).toEqual(OK)
    const use = (who: Who, canned: CannedId) => who.send({ type: 'canned.use', canned })
    expect(await use(olaf, kiln)).toEqual(OK)
    for (let uses = 0; uses < 3; uses++) expect(await use(root, hours)).toEqual(OK)
    expect(await shortcuts(olaf)).toEqual(['kiln', 'hours'])
    const seen = (await of(olaf)).map(({ uses, own }) => ({ uses, own }))
    expect(seen).toEqual([
      { uses: 1, own: 1 },
      { uses: 3, own: 0 },
    ])
    // Many at once are all counted.
    await Promise.all([bob, olaf, root].flatMap((who) => [use(who, kiln), use(who, kiln)]))
    expect((await of(root)).find(({ id }) => id === kiln)).toMatchObject({ uses: 7, own: 2 })
    await site.verify()
  })
})
