import type { ConversationId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import { newId } from '@portico/protocol/new-id'
import { makeAccount } from '@portico/testkit/account'
import { passUntil } from '@portico/testkit/clock'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN, operator, type Operator, type Visitor } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from '../conversations/testing-desk.ts'

const OK = { ok: true }

onEachDatabase((create) => {
  let site: StaffedSite
  /** May look on in Ann's channel, and no more. */
  let oona: Operator
  /** Looks after the work of others. */
  let susan: Operator
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    const { owner, root } = site
    oona = await operator(site, 'Oona', await makeAccount(site, { name: 'Oona', role: 'operator', channels: [], by: owner }))
    const to = { kind: 'operator', id: oona.id } as const
    expect(await root.send({ type: 'channel.grant', channel: MAIN, to, level: 'observer' })).toEqual(OK)
    susan = await operator(
      site,
      'Susan',
      await makeAccount(site, { name: 'Susan', role: 'supervisor', channels: [MAIN], by: owner }),
    )
    for (const { send } of [site.ann, site.bob, oona, site.olaf])
      expect(await send({ type: 'availability.set', availability: 'everybody' })).toEqual(OK)
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  async function running(name: string, by = site.ann) {
    const vera = await site.visit(name)
    const { conversation } = await vera.open('The glaze has cracked', { name })
    expect(await by.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    const topic = `conversation:${conversation}` as const
    by.live.watch(topic)
    await present(() => by.live.view(topic)?.phase.state === 'active')
    return { vera, conversation, topic }
  }

  const invite = (by: Operator, conversation: ConversationId, whom: Operator, level: Level, text?: string) =>
    by.send({ type: 'colleague.invite', conversation, operator: whom.id, level, ...(text !== undefined && { text }) })
  const invitationsOf = ({ live, id }: Operator) => live.view<'operator'>(`operator:${id}`)?.invitations ?? []
  const sittingsOf = ({ live, id }: Operator) => live.view<'operator'>(`operator:${id}`)?.sittings ?? []
  const noticesOf = ({ live }: Operator, conversation: ConversationId) =>
    (live.view<'conversation'>(`conversation:${conversation}`)?.lines ?? []).flatMap(({ body }) =>
      body.kind === 'notice' ? [body.notice] : [],
    )
  const receivedBy = ({ tap }: Visitor) => tap.received()

  async function seated(whom: Operator, conversation: ConversationId, level: Level, by = site.ann) {
    expect(await invite(by, conversation, whom, level)).toEqual(OK)
    await present(() => invitationsOf(whom).some((each) => each.conversation === conversation))
    expect(await whom.send({ type: 'colleague.join', conversation, level })).toEqual(OK)
    await present(() => sittingsOf(whom).some((each) => each.conversation === conversation && each.level === level))
    whom.live.watch(`conversation:${conversation}`)
    await present(() => whom.live.view(`conversation:${conversation}`))
  }

  test('[IV1][IV2][IV4][C11][C12][C13] who is invited reads the word, chooses to observe, and is nowhere on the visitor’s side', async () => {
    const { ann } = site
    const { vera, conversation, topic } = await running('Vera')
    expect(await invite(ann, conversation, oona, 'participant')).toMatchObject({ refused: 'forbidden' })
    expect(await invite(ann, conversation, oona, 'observer', 'Is it the kiln-canary?')).toEqual(OK)
    expect(await invite(ann, conversation, oona, 'observer')).toEqual(OK)
    const [invitation] = await present(() => invitationsOf(oona).length === 1 && invitationsOf(oona))
    expect(invitation).toMatchObject({
      conversation,
      channel: MAIN,
      visitor: { name: 'Vera' },
      by: { name: 'Ann' },
      level: 'observer',
      text: 'Is it the kiln-canary?',
    })
    await present(() => ann.live.view<'conversation'>(topic)?.invited?.[0]?.operator.name === 'Oona')

    // Until she has answered she may read along, and nothing more.
    oona.live.watch(topic)
    await present(() => oona.live.view(topic))
    expect((await oona.say(conversation, 'Hello')).outcome).toMatchObject({ refused: 'not-found' })
    expect(await oona.send({ type: 'colleague.join', conversation, level: 'participant' })).toMatchObject({
      refused: 'forbidden',
    })
    expect(await oona.send({ type: 'colleague.join', conversation, level: 'observer' })).toEqual(OK)
    await present(() => ann.live.view<'conversation'>(topic)?.observers?.[0]?.name === 'Oona')
    expect(ann.live.view<'conversation'>(topic)?.invited).toEqual([])
    expect(invitationsOf(oona)).toEqual([])
    expect(sittingsOf(oona)).toEqual([{ conversation, level: 'observer' }])
    await eventually(() => expect(noticesOf(ann, conversation)).toEqual(['joined', 'invited', 'joined-as-observer']))

    // Silent: what the visitor would see is refused, what only operators see is not.
    expect((await oona.say(conversation, 'Hello')).outcome).toMatchObject({ refused: 'forbidden' })
    expect(await oona.send({ type: 'conversation.close', conversation })).toMatchObject({ refused: 'forbidden' })
    expect(await oona.send({ type: 'status.set', conversation, status: 'waiting' })).toMatchObject({ refused: 'forbidden' })
    expect(await oona.send({ type: 'conversation.take-part', conversation })).toMatchObject({ refused: 'forbidden' })
    expect(await oona.send({ type: 'note.write', conversation, line: newId(), text: 'A note-canary' })).toEqual(OK)
    expect((await ann.say(conversation, 'We replace it')).outcome).toEqual(OK)
    expect(await told(vera, conversation, 3)).toEqual(['The glaze has cracked', 'joined', 'We replace it'])
    for (const canary of ['Oona', oona.id, 'canary', 'observer', 'invited']) {
      expect(ann.tap.received()).toContain(canary)
      expect(receivedBy(vera)).not.toContain(canary)
    }
    expect(await oona.send({ type: 'conversation.leave', conversation })).toEqual(OK)
    await present(() => sittingsOf(oona).length === 0 && ann.live.view<'conversation'>(topic)?.observers?.length === 0)
    await passUntil(site.clock, () => oona.live.view(topic) === undefined)
    expect(receivedBy(vera)).not.toContain('left')
    await site.verify()
  })

  test('[IV3][C11][E16] an invitation is declined, taken back, or over with the conversation; who cannot be reached is not invited', async () => {
    const { ann, bob, olaf } = site
    const { conversation, topic } = await running('Victor')
    expect(await invite(ann, conversation, olaf, 'observer')).toMatchObject({ refused: 'not-found' })
    expect(await bob.send({ type: 'availability.set', availability: 'internal' })).toEqual(OK)
    expect(await invite(ann, conversation, bob, 'participant')).toMatchObject({ refused: 'away' })
    expect(await bob.send({ type: 'availability.set', availability: 'everybody' })).toEqual(OK)
    expect(await invite(ann, conversation, bob, 'participant')).toEqual(OK)
    expect(await bob.send({ type: 'colleague.decline', conversation })).toEqual(OK)
    await eventually(() => expect(noticesOf(ann, conversation)).toEqual(['joined', 'invited', 'declined']))
    expect(await bob.send({ type: 'colleague.join', conversation, level: 'participant' })).toMatchObject({ refused: 'not-found' })
    expect(await invite(ann, conversation, bob, 'participant')).toEqual(OK)
    expect(await ann.send({ type: 'colleague.uninvite', conversation, operator: bob.id })).toEqual(OK)
    await present(() => invitationsOf(bob).length === 0 && ann.live.view<'conversation'>(topic)?.invited?.length === 0)
    // Who comes without having answered needs not answer any more.
    expect(await invite(ann, conversation, bob, 'participant')).toEqual(OK)
    expect((await bob.say(conversation, 'Here I am')).outcome).toEqual(OK)
    await present(() => invitationsOf(bob).length === 0)
    expect(await invite(ann, conversation, bob, 'participant')).toMatchObject({ refused: 'exists' })
    expect(await invite(ann, conversation, oona, 'observer')).toEqual(OK)
    expect(await ann.send({ type: 'conversation.close', conversation })).toEqual(OK)
    await present(() => invitationsOf(oona).length === 0)
    expect(await oona.send({ type: 'colleague.join', conversation, level: 'observer' })).toMatchObject({ refused: 'not-found' })
    await site.verify()
  })

  test('[IV5][IV6][C14][E28][E31] who was invited switches to observing and back; to the visitor that is leaving and joining', async () => {
    const { ann, bob } = site
    const { vera, conversation, topic } = await running('Walid')
    expect(await ann.send({ type: 'conversation.leave', conversation })).toMatchObject({ refused: 'alone' })
    await seated(bob, conversation, 'participant')
    expect(await ann.send({ type: 'conversation.observe', conversation })).toMatchObject({ refused: 'forbidden' })
    expect(await bob.send({ type: 'conversation.observe', conversation })).toEqual(OK)
    await present(() => ann.live.view<'conversation'>(topic)?.observers?.[0]?.name === 'Bob')
    expect(await ann.send({ type: 'conversation.leave', conversation })).toMatchObject({ refused: 'alone' })
    expect((await bob.say(conversation, 'Hm')).outcome).toMatchObject({ refused: 'forbidden' })
    expect(await bob.send({ type: 'conversation.take-part', conversation })).toEqual(OK)
    await present(() => ann.live.view<'conversation'>(topic)?.observers?.length === 0)
    expect(await told(vera, conversation, 5)).toEqual(['The glaze has cracked', 'joined', 'joined', 'left', 'joined'])
    await eventually(() =>
      expect(noticesOf(ann, conversation)).toEqual([
        'joined',
        'invited',
        'joined',
        'switched-to-observer',
        'switched-to-participant',
      ]),
    )
    expect(receivedBy(vera)).not.toContain('switched-to')
    // Who has somebody beside him may go.
    expect(await ann.send({ type: 'conversation.leave', conversation })).toEqual(OK)
    expect(await bob.send({ type: 'conversation.leave', conversation })).toMatchObject({ refused: 'alone' })
    expect(await told(vera, conversation, 6)).toHaveLength(6)
    await site.verify()
  })

  test('[IV7] a conversation is handed over with a note: the other has it at once, and the visitor reads who', async () => {
    const { ann, bob, olaf } = site
    const { vera, conversation, topic } = await running('Xenia')
    const handOver = (by: Operator, to: Operator, text?: string) =>
      by.send({ type: 'conversation.hand-over', conversation, operator: to.id, line: newId(), ...(text && { text }) })
    expect(await handOver(ann, olaf)).toMatchObject({ refused: 'not-found' })
    expect(await handOver(ann, oona)).toMatchObject({ refused: 'not-found' })
    expect(await handOver(ann, bob, 'Order 20417-canary')).toEqual(OK)
    await present(() => sittingsOf(bob).some((each) => each.conversation === conversation))
    expect(await handOver(ann, susan)).toMatchObject({ refused: 'taken', by: { name: 'Bob' } })
    expect(await told(vera, conversation, 4)).toEqual(['The glaze has cracked', 'joined', 'joined', 'left'])
    await present(() => ann.live.view<'conversation'>(topic)?.lines.some(({ body }) => body.kind === 'note'))
    await eventually(() => expect(noticesOf(ann, conversation)).toEqual(['joined', 'joined', 'handed-over']))
    expect(receivedBy(vera)).not.toContain('canary')

    // Nobody is given more than he may have.
    const limit = (atOnce: number | null) => configure(site.root.send, { ...site, channel: MAIN, changes: { atOnce } })
    expect(await limit(1)).toEqual(OK)
    const other = await running('Yusuf', susan)
    expect(
      await susan.send({ type: 'conversation.hand-over', conversation: other.conversation, operator: bob.id, line: newId() }),
    ).toMatchObject({
      refused: 'full',
    })
    expect(await limit(null)).toEqual(OK)
    await site.verify()
  })

  test('[IV8][C13] who supervises reads along unasked, and the visitor learns nothing of it', async () => {
    const { ann, bob } = site
    const { vera, conversation, topic } = await running('Zora')
    expect(await bob.send({ type: 'conversation.observe', conversation })).toMatchObject({ refused: 'forbidden' })
    expect(await susan.send({ type: 'conversation.observe', conversation })).toEqual(OK)
    await present(() => ann.live.view<'conversation'>(topic)?.observers?.[0]?.name === 'Susan')
    const line = ann.live.view<'conversation'>(topic)?.lines.at(-1)?.id
    expect(await susan.send({ type: 'read.mark', conversation, line: line ?? newId() })).toEqual(OK)
    expect(await susan.send({ type: 'conversation.take-part', conversation })).toEqual(OK)
    expect(await told(vera, conversation, 3)).toEqual(['The glaze has cracked', 'joined', 'joined'])
    expect(vera.live.view<'chat'>(`chat:${conversation}`)?.seen).toBeNull()
    await site.verify()
  })
})
