import type { Introduction } from '@portico/protocol/conversations'
import type { SearchAnswer } from '@portico/protocol/pages'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import type { Operator } from '@portico/testkit/person'
import { openStaffedSite, post, type StaffedSite } from '@portico/testkit/site'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readShownIn } from './person-reads.ts'
import { CANDIDATES_MAX, OF_EACH_MAX, VISITORS_MAX } from './search.ts'
import { OK, rowOf, visitorOf } from './testing-desk.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  async function arrives(introduction: Introduction) {
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Hello', introduction)
    await present(() => rowOf(site.ann, conversation))
    return { vera, visitor: visitorOf(vera), conversation }
  }

  test('[VI66] what an operator writes down of a visitor is shown to all who see her, wherever she is', async () => {
    const { ann, bob, olaf } = site
    const { vera, visitor, conversation } = await arrives({ name: 'Veraa', email: 'vera@shop.example' })
    bob.live.watch(`conversation:${conversation}`)
    await present(() => bob.live.view(`conversation:${conversation}`))
    const set = { name: ' Vera Lindqvist ', phone: '+46 31 700', comments: 'Before noon.' }
    expect(await ann.send({ type: 'visitor.edit', visitor, set, was: { name: 'Veraa' } })).toEqual(OK)
    await site.verify()
    const view = await present(() => bob.live.view(`conversation:${conversation}`))
    expect(view.visitor).toMatchObject({ name: 'Vera Lindqvist', email: 'vera@shop.example' })
    expect(view.person).toMatchObject({ phone: '+46 31 700', comments: 'Before noon.', editedBy: { name: 'Ann' } })
    await present(() => rowOf(bob, conversation)?.visitor.name === 'Vera Lindqvist')
    expect(vera.tap.received()).not.toContain('Before noon')

    // Also in what has ended, and in what she begins later.
    await ann.send({ type: 'conversation.close', conversation })
    const next = await vera.open('Again')
    expect((await present(() => rowOf(ann, next.conversation))).visitor.name).toBe('Vera Lindqvist')
    expect(await ann.send({ type: 'visitor.edit', visitor, set: { email: '' }, was: { email: 'vera@shop.example' } })).toEqual(OK)
    await present(() => rowOf(ann, next.conversation)?.visitor.email === null)
    const { rows } = await search(ann, 'lindqvist')
    expect(rows.map((row) => [row.visitor.name, row.visitor.email, row.phase.state])).toEqual([
      ['Vera Lindqvist', null, 'requested'],
      ['Vera Lindqvist', null, 'closed'],
    ])
    expect(await olaf.send({ type: 'visitor.edit', visitor, set, was: {} })).toMatchObject({ refused: 'not-found' })
    await site.verify()
  })

  test('[VI66] where a visitor is shown is read at once, in however many conversations that is', async () => {
    const { ann } = site
    const { vera, visitor, conversation } = await arrives({ name: 'Many' })
    const look = async () => {
      let statements = 0
      const count: KyselyPlugin = {
        transformQuery: ({ node }) => node,
        transformResult: ({ result }) => {
          statements++
          return Promise.resolve(result)
        },
      }
      const shownIn = await readShownIn(site.server.store.reads.withPlugin(count), visitor)
      return { shown: shownIn.map(({ id }) => id), statements }
    }
    const once = await look()
    expect(once.shown).toEqual([conversation])
    await ann.send({ type: 'conversation.close', conversation })
    for (let more = 0; more < 4; more++) {
      const next = await vera.open('Again')
      await present(() => rowOf(ann, next.conversation))
      await ann.send({ type: 'conversation.close', conversation: next.conversation })
    }
    const often = await look()
    expect(often.shown).toHaveLength(5)
    expect(often.statements).toBe(once.statements)
  })

  test('[VI67] who did not see what a colleague has written since is told of it; other fields do not meet', async () => {
    const { ann, bob } = site
    const { visitor } = await arrives({ name: 'Walid' })
    const edit = (who: Operator, set: object, was: object) => who.send({ type: 'visitor.edit', visitor, set, was })
    expect(await edit(ann, { comments: 'Ann was here' }, {})).toEqual(OK)
    expect(await edit(bob, { comments: 'No, Bob' }, {})).toMatchObject({ refused: 'changed', by: { name: 'Ann' } })
    expect(await edit(bob, { phone: '1' }, {})).toEqual(OK)
    expect(await edit(bob, { comments: 'Ann was here' }, {})).toEqual(OK)
    expect(await edit(bob, { comments: 'Both' }, { comments: 'Ann was here' })).toEqual(OK)
    expect(await edit(bob, { email: 'no address' }, {})).toMatchObject({ refused: 'invalid' })
  })

  test('[VI68] what a visitor says again changes nothing; what she says otherwise does', async () => {
    const { ann } = site
    const { vera, visitor, conversation } = await arrives({ name: 'Siobhan' })
    await ann.send({ type: 'visitor.edit', visitor, set: { name: 'Siobhán' }, was: { name: 'Siobhan' } })
    await vera.open('More', { name: 'Siobhan' })
    await present(() => rowOf(ann, conversation)?.visitor.name === 'Siobhán')
    await vera.open('And more', { name: 'Siobhán Ní Bhriain' })
    await present(() => rowOf(ann, conversation)?.visitor.name === 'Siobhán Ní Bhriain')
    await site.verify()
  })

  test('[VI69] visitors are found by the beginnings of their words, running and ended, in own channels alone', async () => {
    const { ann, olaf } = site
    const { conversation } = await arrives({ name: 'Nguyễn Thị Hồng', email: 'hong@posteo.example' })
    await ann.send({ type: 'conversation.close', conversation })
    for (const words of ['hong', 'NGUY hon', 'thi', 'hong@pos', 'posteo'])
      expect([words, (await search(ann, words)).rows.map(({ id }) => id)]).toEqual([words, [conversation]])
    for (const words of ['ong', 'hong walid', '', '%', '_'])
      expect([words, await search(ann, words)]).toEqual([words, { rows: [], more: false }])
    expect(await search(olaf, 'hong')).toEqual({ rows: [], more: false })
  })

  test('[VI69] of many who are called so ten are shown, with three of each at most, and that there are more', async () => {
    for (let n = 0; n <= VISITORS_MAX; n++) await arrives({ name: `Zoë ${n}` })
    const { rows, more } = await search(site.ann, 'zoe')
    expect([new Set(rows.map(({ visitor }) => visitor.id)).size, more]).toEqual([VISITORS_MAX, true])

    const { vera, conversation } = await arrives({ name: 'Quirin' })
    await site.ann.send({ type: 'conversation.close', conversation })
    for (let n = 0; n < OF_EACH_MAX; n++) {
      const next = await vera.open(`Once more ${n}`)
      await site.ann.send({ type: 'conversation.close', conversation: next.conversation })
    }
    expect((await search(site.ann, 'quirin')).rows).toHaveLength(OF_EACH_MAX)
    expect(CANDIDATES_MAX).toBeGreaterThan(VISITORS_MAX)
  })

  test('[VI70] her earlier conversations are a list of pages, the last begun first, of own channels alone', async () => {
    const { ann, olaf } = site
    const { vera, visitor, conversation } = await arrives({ name: 'Ines' })
    await ann.send({ type: 'conversation.close', conversation })
    await site.clock.move(1000)
    const next = await vera.open('A second one')
    const address = `/api/visitors/${visitor}/conversations`
    const page = async (who: Operator, more = '') =>
      (await (await who.request(`${address}${more}`)).json()) as { rows: { id: string }[]; next: string | null } // the route's answer
    const first = await page(ann, '?limit=1')
    expect(first.rows.map(({ id }) => id)).toEqual([next.conversation])
    const second = await page(ann, `?limit=1&before=${first.next}`)
    expect([second.rows.map(({ id }) => id), second.next]).toEqual([[conversation], null])
    expect((await page(olaf)).rows).toEqual([])
  })

  async function search(who: Operator, words: string): Promise<SearchAnswer> {
    const response = await post(site, '/api/search', { words }, { cookie: who.cookie })
    expect(response.status).toBe(200)
    return (await response.json()) as SearchAnswer // the route's answer
  }
})
