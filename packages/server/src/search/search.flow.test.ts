import type { FoundConversations } from '@portico/protocol/search'
import { newId } from '@portico/protocol/new-id'
import type { LabelId, LineId } from '@portico/protocol/ids'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually } from '@portico/testkit/eventually'
import { fillConversations } from '@portico/testkit/fill-conversations'
import { MAIN, type Operator } from '@portico/testkit/person'
import { openStaffedSite, OTHER, post, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FOUND_MAX } from './find.ts'
import { INDEX_MS, INDEXED_AT_ONCE } from './keep-indexed.ts'
import { PAUSE_MS } from './reads.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  async function search(who: Operator, words: string, more: object = {}): Promise<FoundConversations> {
    const response = await post(site, '/api/search/conversations', { words, ...more }, { cookie: who.cookie })
    expect(response.status).toBe(200)
    return (await response.json()) as FoundConversations // the route's answer
  }
  /** What an operator finds, as soon as all that was said is indexed. */
  async function finds(who: Operator, words: string, expected: readonly string[], more: object = {}) {
    await eventually(async () => {
      await site.clock.move(Math.max(INDEX_MS, PAUSE_MS))
      expect((await search(who, words, more)).found.map(({ row }) => row.id)).toEqual(expected)
    })
  }

  test('[FT3] what has been said is found by its words, in any script, the newest first, with the words marked', async () => {
    const { ann } = site
    const vera = await site.visit('Vera')
    const first = await vera.open('Where is my REFÜND?', { name: 'Vera Lindqvist' })
    await ann.send({ type: 'conversation.close', conversation: first.conversation })
    await site.clock.move(5000)
    const second = await vera.open('返品したいです。 مُرْتَجَع')
    await finds(ann, 'refund', [first.conversation])
    await finds(ann, '返品', [second.conversation])
    await finds(ann, 'مرتجع', [second.conversation])
    await vera.send({
      type: 'message.send',
      conversation: second.conversation,
      line: newId<LineId>(),
      text: 'The refund, I mean',
    })
    await finds(ann, 'refund', [second.conversation, first.conversation])
    await finds(ann, 'refund mean', [second.conversation])
    await finds(ann, 'refund nobody', [])
    const { found } = await search(ann, 'refun')
    expect(found.map(({ said }) => said && said.marks.map(({ from, to }) => said.text.slice(from, to)))).toEqual([
      ['refund'],
      ['REFÜND'],
    ])
    // By what she is called, too, beside what she said: then no line has it.
    await finds(ann, 'lindqvist 返品', [second.conversation])
    await finds(ann, 'lindqvist', [second.conversation, first.conversation])
    expect((await search(ann, 'lindqvist')).found[0]?.said).toBeNull()
  })

  test('[FT4] nobody finds what he may not read, wherever it was moved; what stands in notes is found by operators', async () => {
    const { ann, olaf, root } = site
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('A canary sings')
    await ann.send({ type: 'conversation.accept', conversation })
    await ann.send({ type: 'note.write', conversation, line: newId<LineId>(), text: 'A secretive visitor' })
    await finds(ann, 'canary', [conversation])
    await finds(ann, 'secretive', [conversation])
    expect((await search(ann, 'secretive')).found[0]?.said).toMatchObject({ kind: 'note', author: { name: 'Ann' } })
    expect((await search(olaf, 'canary')).found).toEqual([])
    expect((await search(ann, 'canary', { channel: OTHER })).found).toEqual([])
    await root.send({ type: 'channel.join', channel: OTHER, operator: ann.id })
    await ann.send({ type: 'conversation.move', conversation, channel: OTHER })
    // Before anything is indexed again the rows say who may see it.
    await root.send({ type: 'channel.leave', channel: OTHER, operator: ann.id })
    expect((await search(ann, 'canary')).found).toEqual([])
    await finds(olaf, 'canary', [conversation])
  })

  test('[FT5] what is found is narrowed by channel, tag, operator and date, with words or without', async () => {
    const { ann, bob } = site
    const [vera, wilma] = [await site.visit('Vera'), await site.visit('Wilma')]
    const early = await vera.open('A parcel')
    await site.clock.move(60_000)
    const late = await wilma.open('Another parcel')
    await ann.send({ type: 'conversation.accept', conversation: early.conversation })
    await bob.send({ type: 'conversation.accept', conversation: late.conversation })
    const label = newId<LabelId>()
    const tag = { type: 'label.make', label, kind: 'tag', name: 'lost parcels', tint: 1 } as const
    expect(await ann.send(tag)).toMatchObject({ ok: true })
    await ann.send({ type: 'conversation.label', conversation: early.conversation, label })
    await finds(ann, 'parcel', [late.conversation, early.conversation])
    await finds(ann, 'parcel', [early.conversation], { tag: label })
    await finds(ann, '', [early.conversation], { tag: label, channel: MAIN })
    await finds(ann, 'parcel', [late.conversation], { operator: bob.id })
    const { found } = await search(ann, 'parcel')
    const [newest, oldest] = found.map(({ row }) => row.openedAt)
    await finds(ann, 'parcel', [early.conversation], { to: newest })
    await finds(ann, 'parcel', [late.conversation], { from: newest })
    await finds(ann, 'parcel', [], { to: oldest })
    expect((await search(ann, '')).found).toEqual([])
  })

  test('[FT7] more than a page goes on where it ended', async () => {
    const { ann } = site
    const all = FOUND_MAX + 3
    expect(all).toBeGreaterThan(INDEXED_AT_ONCE)
    const shape = { openEvery: 1000, channels: [MAIN, OTHER], linesEach: 1, isUnindexed: true } as const
    await fillConversations(site.database, { first: 1, last: all, operator: ann.id, ...shape })
    // All of one instant: each has a number of its own all the same.
    const opened = Array.from({ length: all }, (_, n) => `c-${String(n + 1).padStart(9, '0')}`).toReversed()
    await finds(ann, 'hi', opened.slice(0, FOUND_MAX))
    const first = await search(ann, 'hi')
    const second = await search(ann, 'hi', { before: first.next })
    expect(second.found.map(({ row }) => row.id)).toEqual(opened.slice(FOUND_MAX))
    expect(second.next).toBeNull()
  })
})
