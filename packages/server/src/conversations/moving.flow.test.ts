import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { OTHER, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAt, OK, rowOf, told } from './testing-desk.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    await site.root.send({ type: 'channel.join', channel: OTHER, operator: site.ann.id })
    await present(() => site.ann.live.view(`channel:${OTHER}`))
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })
  const rowIn = ({ live }: typeof site.ann, id: string) => live.view(`channel:${OTHER}`)?.rows.find((row) => row.id === id)

  test('[C17][CV204] a request is moved before anybody accepts, and its visitor goes on where he is', async () => {
    const { ann, bob, olaf } = site
    const { vera, conversation } = await askedAt(site, 'Wholesale, please')
    bob.live.watch(`conversation:${conversation}`)
    await present(() => bob.live.view(`conversation:${conversation}`))
    expect(await bob.send({ type: 'conversation.move', conversation, channel: OTHER })).toMatchObject({ refused: 'forbidden' })
    expect(await ann.send({ type: 'conversation.move', conversation, channel: OTHER })).toEqual(OK)
    await site.verify()
    expect(rowOf(bob, conversation)).toBeUndefined()
    expect((await present(() => rowIn(olaf, conversation))).phase.state).toBe('requested')
    await present(() => bob.live.view(`conversation:${conversation}`) === undefined)
    await olaf.send({ type: 'conversation.accept', conversation })
    await olaf.say(conversation, 'Gladly')
    expect(await told(vera, conversation, 3)).toEqual(['Wholesale, please', 'joined', 'Gladly'])
    expect(bob.tap.received()).not.toContain('Gladly')
    expect((await bob.say(conversation, 'No')).outcome).toMatchObject({ refused: 'not-found' })
    const back = await vera.again()
    await present(() => back.live.view(`chat:${conversation}`))
    // What he writes as if nothing were open goes on in it: to him it stands where he began it.
    expect((await back.open('And pots?')).conversation).toBe(conversation)
    await vera.send({ type: 'conversation.close', conversation })
    expect(await vera.send({ type: 'conversation.reopen', conversation })).toEqual(OK)
    await present(() => rowIn(olaf, conversation))
    await site.verify()
  })

  test('[C10][CV204] one that runs is moved with those who are of both channels; without any it waits there', async () => {
    const { ann, bob, olaf } = site
    const { conversation } = await askedAt(site, 'Two of you')
    await bob.send({ type: 'conversation.accept', conversation })
    await ann.say(conversation, 'I have an idea')
    expect(await ann.send({ type: 'conversation.move', conversation, channel: OTHER })).toEqual(OK)
    await site.verify()
    expect((await present(() => rowIn(olaf, conversation))).phase).toMatchObject({
      state: 'active',
      operators: [{ name: 'Ann' }],
    })
    expect(await ann.send({ type: 'conversation.move', conversation, channel: MAIN })).toEqual(OK)
    await ann.send({ type: 'conversation.close', conversation })

    const { conversation: alone } = await askedAt(site, 'One of you')
    await bob.send({ type: 'conversation.accept', conversation: alone })
    await ann.send({ type: 'conversation.move', conversation: alone, channel: OTHER })
    await site.verify()
    const row = await present(() => rowIn(olaf, alone))
    expect(row.phase).toMatchObject({ state: 'requested', before: [{ name: 'Bob' }] })
    expect(await ann.send({ type: 'conversation.move', conversation: alone, channel: OTHER })).toEqual(OK)
    await ann.send({ type: 'conversation.close', conversation: alone })
    expect(await ann.send({ type: 'conversation.move', conversation: alone, channel: MAIN })).toMatchObject({ refused: 'closed' })
  })

  test('[B20][CV203][CV205] whoever is full is refused, and an administrator gives by hand to a member who has room', async () => {
    const { ann, bob, olaf, root } = site
    const one = await askedAt(site, 'One')
    const two = await askedAt(site, 'Two')
    await root.send({ type: 'capacity.set', operator: ann.id, channel: null, atOnce: 1 })
    expect(await ann.send({ type: 'conversation.accept', conversation: one.conversation })).toEqual(OK)
    expect(await ann.send({ type: 'conversation.accept', conversation: two.conversation })).toMatchObject({ refused: 'full' })
    const assign = (by: typeof ann, operator: typeof ann) =>
      by.send({ type: 'conversation.assign', conversation: two.conversation, operator: operator.id })
    expect(await assign(root, ann)).toMatchObject({ refused: 'full' })
    expect(await assign(root, olaf)).toMatchObject({ refused: 'not-found' })
    expect(await assign(ann, bob)).toMatchObject({ refused: 'forbidden' })
    expect(await assign(root, bob)).toEqual(OK)
    expect(await assign(root, bob)).toEqual(OK)
    await site.verify()
    expect(rowOf(ann, two.conversation)?.phase).toMatchObject({ state: 'active', operators: [{ name: 'Bob' }] })
    expect((await ann.say(two.conversation, 'Me too')).outcome).toMatchObject({ refused: 'full' })
    await root.send({ type: 'capacity.set', operator: ann.id, channel: null, atOnce: null })
    expect((await ann.say(two.conversation, 'Me too')).outcome).toEqual(OK)
    expect(site.bob.live.view<'settings'>('settings')?.limits).toEqual([])
    await site.verify()
  })
})
