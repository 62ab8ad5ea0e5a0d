import type { ConversationLine } from '@portico/protocol/conversations'
import type { Fleeting } from '@portico/protocol/fleeting'
import { configure } from '@portico/testkit/configure'
import { pass, passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN, visitor } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAt, expectNothingLeaked, unreadOf, lineId, listen, readList } from './testing-desk.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(async () => {
    expectNothingLeaked(site)
    await site.close()
  })
  const asked = (text: string) => askedAt(site, text)

  test('[CV9][E2] unread is counted for each operator by himself', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await asked('First secret')
    await ann.send({ type: 'conversation.accept', conversation })
    ann.live.watch(`conversation:${conversation}`)
    const newest = await present(() => ann.live.view(`conversation:${conversation}`)?.lines.at(-1))
    await ann.send({ type: 'read.mark', conversation, line: newest.id })
    await site.verify()
    expect([unreadOf(ann, conversation), unreadOf(bob, conversation)]).toEqual([0, 1])
    await present(() => vera.live.view(`chat:${conversation}`)?.seen)

    for (const text of ['Second secret', 'Third secret']) {
      await vera.say(conversation, text)
      await pass(site.clock, 1000)
    }
    await present(() => unreadOf(ann, conversation) === 2)
    const between = await present(() => ann.live.view(`conversation:${conversation}`)?.lines.at(-2))
    await ann.send({ type: 'read.mark', conversation, line: between.id })
    await present(() => unreadOf(ann, conversation) === 1)
    expect(unreadOf(bob, conversation)).toBe(3)
    await site.verify()
    await ann.send({ type: 'conversation.close', conversation })
    await eventually(() =>
      expect(ann.live.view(`operator:${ann.id}`)?.marks.map((mark) => mark.conversation)).not.toContain(conversation),
    )
    await site.verify()
  })

  test('[CV10] whoever only looks on leaves no mark on the visitor’s side', async () => {
    const { ann, bob } = site
    const { vera, conversation, line } = await asked('Who reads this? secret')
    await bob.send({ type: 'read.mark', conversation, line })
    await site.verify()
    expect(vera.live.view(`chat:${conversation}`)?.seen).toBeNull()
    await ann.send({ type: 'conversation.accept', conversation })
    await ann.send({ type: 'read.mark', conversation, line })
    await present(() => vera.live.view(`chat:${conversation}`)?.seen === line)
    await site.verify()
  })

  test('[CV13] typing reaches the other side, in the note box operators alone, and drafts only where the channel shows them', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await asked('Typing? secret')
    await ann.send({ type: 'conversation.accept', conversation })
    for (const { live } of [ann, bob]) live.watch(`conversation:${conversation}`)
    await present(() => bob.live.view(`conversation:${conversation}`))
    await present(() => vera.live.view(`chat:${conversation}`)?.phase.state === 'active')
    const heard = [vera, bob].map(listen)

    ann.live.sendFleeting({ type: 'typing', conversation, box: 'note' })
    await eventually(() => expect(heard[1]).toHaveLength(1))
    await pass(site.clock, 4000)
    ann.live.sendFleeting({ type: 'typing', conversation, box: 'reply' })
    await eventually(() =>
      expect(heard[0]).toEqual([
        { type: 'typing', who: { kind: 'operator', id: expect.not.stringContaining(ann.id), name: 'Ann' }, box: 'reply' },
      ]),
    )
    vera.live.sendFleeting({ type: 'draft', conversation, text: 'I would never' })
    vera.live.sendFleeting({ type: 'typing', conversation, box: 'reply' })
    await eventually(() => expect(heard[1]).toContainEqual({ type: 'typing', who: { kind: 'visitor' }, box: 'reply' }))
    expect(JSON.stringify(heard[1])).not.toContain('never')

    const previewing = (previewsTyping: boolean) => ({ ...site, channel: MAIN, changes: { previewsTyping } })
    await configure(site.root.send, previewing(true))
    await present(() => vera.live.view(`lobby:${MAIN}`)?.options.previewsTyping)
    vera.live.sendFleeting({ type: 'draft', conversation, text: 'I would rather' })
    await eventually(() => expect(heard[1]).toContainEqual({ type: 'draft', text: 'I would rather' }))
    await configure(site.root.send, previewing(false))
    await site.verify()
  })

  test('[CV61] who looks at a conversation is told to operators who do too, and to nobody else', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await asked('Who reads this? secret')
    for (const { live } of [ann, bob]) live.watch(`conversation:${conversation}`)
    await present(() => bob.live.view(`conversation:${conversation}`))
    const [hers, his] = [vera, bob].map(listen)
    ann.live.sendFleeting({ type: 'looking', conversation, looks: true })
    const who = { kind: 'operator', id: ann.id, name: 'Ann' }
    await eventually(() => expect(his).toEqual([{ type: 'looking', who, looks: true }]))
    vera.live.sendFleeting({ type: 'looking', conversation, looks: true })
    await ann.send({ type: 'conversation.accept', conversation })
    await present(() => vera.live.view(`chat:${conversation}`)?.phase.state === 'active')
    ann.live.sendFleeting({ type: 'looking', conversation, looks: false })
    await eventually(() => expect(his).toHaveLength(2))
    expect(hers).toEqual([])
    await site.verify()
  })

  test('[CV14][E1] lists are pages: mine, team and closed, each with its cursor, of one’s own channels alone', async () => {
    const { ann, bob, olaf } = site
    for (const text of ['one', 'two', 'three']) {
      const { conversation } = await asked(`${text} secret-list`)
      await ann.send({ type: 'conversation.accept', conversation })
      if (text !== 'three') await ann.send({ type: 'conversation.close', conversation })
    }
    const mine = await readList(ann, 'mine')
    expect(mine.rows.map(({ summary }) => summary.excerpt)).toContain('three secret-list')
    expect((await readList(bob, 'team')).rows.map(({ summary }) => summary.excerpt)).toContain('three secret-list')
    const first = await readList(ann, 'closed', '&limit=1')
    const second = await readList(ann, 'closed', `&limit=1&before=${first.next}`)
    expect([first, second].flatMap(({ rows }) => rows.map(({ summary }) => summary.excerpt)).toSorted()).toEqual([
      'one secret-list',
      'two secret-list',
    ])
    expect((await readList(olaf, 'closed')).rows).toEqual([])
  })

  test('[CV15] older lines are read in pages, by operators and by the visitor without the notes', async () => {
    const { ann } = site
    const { vera, conversation } = await asked('line 1 secret')
    await ann.send({ type: 'conversation.accept', conversation })
    for (let i = 2; i <= 60; i++) await ann.say(conversation, `line ${i} secret`)
    await ann.send({ type: 'note.write', conversation, line: lineId(), text: 'secret-note' })
    const again = await vera.again()
    const chat = await present(() => again.live.view(`chat:${conversation}`))
    expect([chat.lines.length, chat.older]).toEqual([50, true])
    const response = await fetch(`${site.url}/api/chats/${conversation}/lines?before=${chat.lines[0]?.id}`, {
      headers: { authorization: `Bearer ${vera.token}` },
    })
    const page = (await response.json()) as { lines: ConversationLine[]; older: boolean } // the route's answer
    expect([page.lines.length, page.older, 'ordinal' in (page.lines[0] ?? {})]).toEqual([11, false, false])
    const operators = await ann.request(`/api/conversations/${conversation}/lines?limit=10`)
    expect(((await operators.json()) as { lines: ConversationLine[] }).lines.at(-1)?.body).toEqual({
      kind: 'note',
      text: 'secret-note',
    }) // the route's answer
    await site.verify()
  })

  test('[CV19][E24] operators are told that the visitor is not connected, and since when, and that he is back', async () => {
    const { ann } = site
    const { vera, conversation } = await asked('Do not go away secret')
    const heard: unknown[] = []
    ann.live.onFleeting((topic, message) => {
      if (topic === `conversation:${conversation}` && message.type.startsWith('visitor.')) heard.push(message)
    })
    ann.live.watch(`conversation:${conversation}`)
    await eventually(() => expect(heard).toMatchObject([{ type: 'visitor.here', actedAt: expect.any(Number) }]))
    const left = site.clock.now()
    vera.leave()
    await passUntil(site.clock, () => heard.length === 2)
    expect(heard[1]).toEqual({ type: 'visitor.away', since: expect.toSatisfy((since: number) => since - left < 10_000) })
    site.people.delete(vera)
    await vera.again()
    await eventually(() => expect(heard[2]).toMatchObject({ type: 'visitor.here' }))
  })

  test('[PR40][E24] operators are told on which page the visitor is while he is on it, masked, and nothing of it is stored', async () => {
    const { ann } = site
    let page = { url: 'https://shop.example/bowls?token=secret-of-a-page', title: 'Bowls' }
    const walid = await visitor(site, 'Walid', { page: () => page })
    const { conversation } = await walid.open('Where am I? secret')
    const heard: Fleeting[] = []
    ann.live.onFleeting((topic, message) => {
      if (topic === `conversation:${conversation}` && message.type.startsWith('visitor.')) heard.push(message)
    })
    ann.live.watch(`conversation:${conversation}`)
    await eventually(() =>
      expect(heard).toMatchObject([
        { type: 'visitor.here', page: { url: 'https://shop.example/bowls?token=*', title: 'Bowls' } },
      ]),
    )
    for (const step of ['cart', 'pay', 'thanks']) {
      page = { url: `https://shop.example/${step}`, title: step }
      walid.live.moved()
    }
    await passUntil(site.clock, () => heard.length > 1)
    // Of many in a second the last.
    expect(heard.slice(1)).toMatchObject([{ type: 'visitor.here', page }])
    for (const { name } of await site.server.store.reads.introspection.getTables()) {
      const rows = await site.server.store.reads
        .selectFrom(name as 'line')
        .selectAll()
        .execute() // each is a table
      expect(JSON.stringify(rows)).not.toContain('shop.example/thanks')
    }
  })
})
