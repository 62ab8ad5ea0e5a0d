import type { ConversationId, LabelId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { passUntil } from '@portico/testkit/clock'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { makeAccount } from '@portico/testkit/account'
import { MAIN, operator, type Operator } from '@portico/testkit/person'
import { openStaffedSite, OTHER, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { told, visitorOf } from '../conversations/testing-desk.ts'

const OK = { ok: true }

onEachDatabase((create) => {
  let site: StaffedSite
  /** Of the other channel, as Olaf is. */
  let nomvula: Operator
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    const account = { name: 'Nomvula', role: 'operator', channels: [OTHER], by: site.owner } as const
    nomvula = await operator(site, 'Nomvula', await makeAccount(site, account))
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  const wantedBy = ({ live }: Operator) => live.view<'settings'>('settings')?.wanted ?? []
  const rowOf = ({ live }: Operator, conversation: ConversationId) =>
    live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)
  const statusOf = (who: Operator, conversation: ConversationId) => rowOf(who, conversation)?.status?.state ?? 'in-progress'

  async function running(name = 'Vera', by = site.ann) {
    const vera = await site.visit(name)
    const { conversation } = await vera.open('The glaze has cracked', { name, locale: 'sv' })
    expect(await by.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    await present(() => rowOf(site.ann, conversation)?.phase.state === 'active')
    return { vera, conversation }
  }

  async function made(kind: 'tag' | 'expertise', name: string): Promise<LabelId> {
    const label = newId<LabelId>()
    expect(await site.root.send({ type: 'label.make', label, kind, name, tint: 3 })).toEqual(OK)
    return label
  }

  test('[CV262][CV263][VI66][C15][E9] what looks for help is shown to all operators; the first who joins is announced, the second is told', async () => {
    const { ann, bob, olaf } = site
    const glaze = await made('expertise', 'Glaze')
    const { vera, conversation } = await running()
    expect(await ann.send({ type: 'conversation.label', conversation, label: glaze })).toEqual(OK)
    expect(await olaf.send({ type: 'help.join', conversation })).toMatchObject({ refused: 'not-found' })
    expect(await ann.send({ type: 'status.set', conversation, status: 'help' })).toEqual(OK)
    for (const each of [ann, bob, olaf, nomvula]) {
      const [wanted] = await present(() => wantedBy(each).length > 0 && wantedBy(each))
      expect(wanted).toMatchObject({
        conversation,
        channel: MAIN,
        visitor: { name: 'Vera', locale: 'sv' },
        excerpt: 'The glaze has cracked',
        by: { name: 'Ann' },
        labels: [glaze],
      })
    }
    expect(statusOf(bob, conversation)).toBe('help')

    // Whoever may come to help reads along, and writes nothing before he has come.
    const topic = `conversation:${conversation}` as const
    olaf.live.watch(topic)
    nomvula.live.watch(topic)
    await present(() => olaf.live.view(topic) && nomvula.live.view(topic))
    expect((await olaf.say(conversation, 'Hello')).outcome).toMatchObject({ refused: 'not-found' })
    expect(await olaf.send({ type: 'conversation.close', conversation })).toMatchObject({ refused: 'not-found' })

    expect(await olaf.send({ type: 'help.join', conversation })).toEqual(OK)
    expect(await nomvula.send({ type: 'help.join', conversation })).toMatchObject({ refused: 'taken', by: { name: 'Olaf' } })
    expect(await bob.send({ type: 'help.join', conversation })).toMatchObject({ refused: 'taken', by: { name: 'Olaf' } })
    expect(await olaf.send({ type: 'help.join', conversation })).toEqual(OK)
    expect(await told(vera, conversation, 3)).toEqual(['The glaze has cracked', 'joined', 'joined'])
    await present(() => wantedBy(bob).length === 0 && statusOf(bob, conversation) === 'in-progress')
    await present(() => olaf.live.view(`operator:${olaf.id}`)?.helping?.includes(conversation))
    expect((await olaf.say(conversation, 'It is the kiln')).outcome).toEqual(OK)
    await present(() =>
      olaf.live.view(topic)?.lines.some(({ body }) => body.kind === 'message' && body.text === 'It is the kiln'),
    )

    // Who has a seat may write down what is known of her, who only read along may not.
    const edit = { type: 'visitor.edit', visitor: visitorOf(vera), set: { phone: '12 34' }, was: {} } as const
    expect(await nomvula.send(edit)).toMatchObject({ refused: 'not-found' })
    expect(await olaf.send(edit)).toEqual(OK)
    await present(() => olaf.live.view(topic)?.person?.phone === '12 34')

    // It is not everybody's any more: who only read along hears nothing of it.
    await passUntil(site.clock, () => nomvula.live.view(topic) === undefined)
    await site.verify()

    expect(await ann.send({ type: 'conversation.close', conversation })).toEqual(OK)
    await present(() => olaf.live.view(`operator:${olaf.id}`)?.helping?.length === 0)
    await passUntil(site.clock, () => olaf.live.view(topic) === undefined)
    expect((await olaf.say(conversation, 'Still here?')).outcome).toMatchObject({ refused: 'not-found' })
    expect(await olaf.send({ ...edit, set: { phone: '56' } })).toMatchObject({ refused: 'not-found' })
    await site.verify()
  })

  test('[B20][CV263] who has as many conversations as he may have comes to help with no more', async () => {
    const { ann, bob, root } = site
    const limit = (atOnce: number | null) => configure(root.send, { ...site, channel: MAIN, changes: { atOnce } })
    const held = await running('Vanja', bob)
    const wanted = await running('Viktor')
    expect(await ann.send({ type: 'status.set', conversation: wanted.conversation, status: 'help' })).toEqual(OK)
    expect(await limit(1)).toEqual(OK)
    expect(await bob.send({ type: 'help.join', conversation: wanted.conversation })).toMatchObject({ refused: 'full' })
    expect(await bob.send({ type: 'conversation.close', conversation: held.conversation })).toEqual(OK)
    expect(await bob.send({ type: 'help.join', conversation: wanted.conversation })).toEqual(OK)
    expect(await limit(null)).toEqual(OK)
    expect(await ann.send({ type: 'conversation.close', conversation: wanted.conversation })).toEqual(OK)
    await site.verify()
  })

  test('[CV264][C15] a colleague of the channel who answers has come to help; who has ended it looks for none', async () => {
    const { ann, bob, olaf } = site
    const first = await running('Victor')
    const second = await running('Walid')
    for (const { conversation } of [first, second])
      expect(await ann.send({ type: 'status.set', conversation, status: 'help' })).toEqual(OK)
    await present(() => wantedBy(olaf).length === 2)
    expect((await bob.say(first.conversation, 'I know that one')).outcome).toEqual(OK)
    await present(() => wantedBy(olaf).length === 1 && statusOf(ann, first.conversation) === 'in-progress')
    expect(await ann.send({ type: 'conversation.close', conversation: second.conversation })).toEqual(OK)
    await present(() => wantedBy(olaf).length === 0)
    expect(await ann.send({ type: 'conversation.reopen', conversation: second.conversation })).toEqual(OK)
    await present(() => statusOf(ann, second.conversation) === 'in-progress')
    await site.verify()
  })

  test('[CV263][C15] of many who join at once one has it, and each of the others is told who', async () => {
    const { ann, bob, olaf, root } = site
    const { vera, conversation } = await running('Ines')
    expect(await ann.send({ type: 'status.set', conversation, status: 'help' })).toEqual(OK)
    const answers = await Promise.all([bob, olaf, root].map((who) => who.send({ type: 'help.join', conversation })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const winner = [bob, olaf, root][answers.findIndex(({ ok }) => ok)]
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ refused: 'taken', by: { id: winner?.id } })
    await eventually(async () => expect(await told(vera, conversation, 3)).toHaveLength(3))
    await site.verify()
  })

  test('[CV261][E9] what waits for its visitor says until which of her messages, and comes to an end by saying so', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await running('Siobhan')
    expect(await ann.send({ type: 'status.set', conversation, status: 'waiting' })).toEqual(OK)
    await present(() => statusOf(bob, conversation) === 'waiting')
    expect(rowOf(bob, conversation)?.status).toMatchObject({ visitorLines: 1 })
    await vera.say(conversation, 'Here I am')
    await present(() => rowOf(bob, conversation)?.summary.visitorLines === 2)
    expect(await ann.send({ type: 'status.set', conversation, status: 'in-progress' })).toEqual(OK)
    await present(() => statusOf(bob, conversation) === 'in-progress')
    await site.verify()
  })

  test('[CV265][E10] tags are put on and taken off by whoever may work on it, also when it has ended', async () => {
    const { ann, bob, olaf } = site
    const breakage = newId<LabelId>()
    expect(await bob.send({ type: 'label.make', label: breakage, kind: 'tag', name: 'breakage', tint: 4 })).toEqual(OK)
    const { vera, conversation } = await running('Nomvula')
    expect(await ann.send({ type: 'conversation.label', conversation, label: newId() })).toMatchObject({ refused: 'not-found' })
    expect(await bob.send({ type: 'conversation.label', conversation, label: breakage })).toEqual(OK)
    await present(() => rowOf(ann, conversation)?.labels?.includes(breakage))
    expect(await ann.send({ type: 'conversation.close', conversation })).toEqual(OK)
    const page = (await (await ann.request('/api/conversations?list=closed&limit=1')).json()) as { rows: { labels: string[] }[] } // the route's answer
    expect(page.rows[0]?.labels).toEqual([breakage])
    ann.live.watch(`conversation:${conversation}`)
    await present(() => ann.live.view(`conversation:${conversation}`)?.labels?.includes(breakage))
    expect(await ann.send({ type: 'conversation.unlabel', conversation, label: breakage })).toEqual(OK)
    await present(() => ann.live.view(`conversation:${conversation}`)?.labels?.length === 0)
    expect(await olaf.send({ type: 'conversation.label', conversation, label: breakage })).toMatchObject({ refused: 'not-found' })
    // Neither the visitor nor who is in another channel has heard of any of it.
    expect(vera.tap.received()).not.toContain(breakage)
    await site.verify()
  })
})
