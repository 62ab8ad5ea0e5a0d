import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { publicOf } from '@portico/protocol/options'
import { configure } from '@portico/testkit/configure'
import { passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, visitor, type Operator } from '@portico/testkit/person'
import { closeSound, makeOwner, openSite, openStaffedSite, OTHER, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { newOptions } from './channel.ts'

const OK = { ok: true }

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test('[CH30][B3] every place begins with a channel, and its owner is a member of it', async () => {
    const empty = await openSite(await create())
    const root = await makeOwner(empty, empty.server.setupToken)
    await present(() => root.live.view(`channel:${MAIN}`))
    expect(await (await fetch(`${empty.url}/api/preview`)).json()).toEqual({ channel: MAIN, siteName: 'Barro e Sal' })
    const vera = await visitor(empty, 'Vera')
    const { conversation } = await vera.open('Anybody there?')
    expect(await root.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    await empty.verify()
    await closeSound(empty)
  })

  test('[CH31] participants and owners see a channel’s requests, from the moment they are until they are no more', async () => {
    const { root, olaf } = site
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('secret-ch31')
    await site.verify()
    expect(olaf.tap.received()).not.toContain('secret-ch31')
    expect(await root.send({ type: 'channel.join', channel: MAIN, operator: olaf.id })).toEqual(OK)
    await present(() => olaf.live.view(`channel:${MAIN}`)?.rows.some(({ id }) => id === conversation))
    await present(() => channelsOf(olaf).length === 2)
    await site.verify()
    expect(await olaf.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    const unwatch = olaf.live.watch(`conversation:${conversation}`)
    await present(() => olaf.live.view(`conversation:${conversation}`))
    await site.verify()

    expect(await root.send({ type: 'channel.leave', channel: MAIN, operator: olaf.id })).toEqual(OK)
    await present(
      () => olaf.live.view(`channel:${MAIN}`) === undefined && olaf.live.view(`conversation:${conversation}`) === undefined,
    )
    unwatch()
    expect(channelsOf(olaf)).toEqual([OTHER])
    const before = olaf.tap.received()
    await vera.say(conversation, 'secret-ch31-later')
    await present(() => site.ann.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation))
    await site.verify()
    expect(olaf.tap.received().slice(before.length)).not.toContain('secret-ch31-later')
    expect((await olaf.say(conversation, 'May I?')).outcome).toEqual({ ok: false, refused: 'not-found' })
    expect((await olaf.request(`/api/conversations/${conversation}/lines`)).status).toBe(404)
  })

  test('[CH32] who leaves a channel holds none of its conversations: where he was alone it waits for somebody again', async () => {
    const { root, ann, bob } = site
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Who stays?')
    expect(await bob.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    await present(() => vera.live.view(`chat:${conversation}`)?.phase.state === 'active')
    expect(await root.send({ type: 'channel.leave', channel: MAIN, operator: bob.id })).toEqual(OK)
    await present(() => vera.live.view(`chat:${conversation}`)?.phase.state === 'requested')
    await site.verify()
    expect(await ann.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    expect(await root.send({ type: 'channel.join', channel: MAIN, operator: bob.id })).toEqual(OK)
    await site.verify()
  })

  test('[CH60] who has left by himself may come back at once, and is in what he held there again', async () => {
    const { ann, bob, root } = site
    const held = await Promise.all(
      ['Alone with Ann', 'Ann and Bob', 'Over meanwhile', 'Taken meanwhile'].map(async (text) => {
        const vera = await site.visit(text)
        const { conversation } = await vera.open(text)
        expect(await ann.send({ type: 'conversation.accept', conversation })).toEqual(OK)
        return { vera, conversation }
      }),
    )
    const [alone, shared, over, taken] = held.map(({ conversation }) => conversation) as [
      ConversationId,
      ConversationId,
      ConversationId,
      ConversationId,
    ] // four were made
    await bob.say(shared, 'Here too')
    const heldAgain = () =>
      [alone, shared, over, taken].filter((conversation) => {
        const phase = ann.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)?.phase
        return phase?.state === 'active' && phase.operators.some(({ id }) => id === ann.id)
      })
    const phaseOf = (conversation: ConversationId) =>
      bob.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)?.phase
    expect(await ann.send({ type: 'channel.leave', channel: MAIN, operator: ann.id })).toEqual(OK)
    await present(() => [alone, over, taken].every((each) => phaseOf(each)?.state === 'requested'))
    expect(phaseOf(alone)).toMatchObject({ state: 'requested', before: [{ name: 'Ann' }] })
    await bob.send({ type: 'conversation.close', conversation: over })
    await bob.send({ type: 'conversation.accept', conversation: taken })

    expect(await ann.send({ type: 'channel.join', channel: MAIN, operator: ann.id })).toEqual(OK)
    await present(() => heldAgain().length === 3)
    await site.verify()
    expect(heldAgain()).toEqual([alone, shared, taken])

    // Whom somebody else removes does not come back by himself.
    expect(await root.send({ type: 'channel.leave', channel: MAIN, operator: ann.id })).toEqual(OK)
    expect(await ann.send({ type: 'channel.join', channel: MAIN, operator: ann.id })).toMatchObject({ refused: 'forbidden' })
    expect(await root.send({ type: 'channel.join', channel: MAIN, operator: ann.id })).toEqual(OK)
    await site.verify()
  })

  test('[CH33] what is configured reaches the widget, the console and whoever comes next', async () => {
    const vera = await site.visit('Vera')
    const options = { ...newOptions('Shop floor'), asks: 'name', welcome: 'Bom dia', bearWithUsAfterMs: 0 } as const
    expect(await configure(site.root.send, { ...site, channel: MAIN, changes: options })).toEqual(OK)
    await present(() => vera.live.view(`lobby:${MAIN}`)?.options.welcome === 'Bom dia')
    await present(() => site.ann.live.view(`channel:${MAIN}`)?.options.channels.name === 'Shop floor')
    await present(() => site.olaf.live.view<'settings'>('settings')?.channels.some(({ name }) => name === 'Shop floor'))
    await site.verify()
    expect(await (await fetch(`${site.url}/widget/${MAIN}/config.json`)).json()).toMatchObject({ options: publicOf(options) })
  })

  test('[CH34] text that cannot be read on its ground becomes black or white; what can stays', async () => {
    const appearance = { header: '#ffff00', headerText: '#ffffff', button: '#102030', buttonText: '#ffcc00' }
    await configure(site.root.send, { ...site, channel: MAIN, changes: { ...newOptions('Website'), appearance } })
    const config = (await (await fetch(`${site.url}/widget/${MAIN}/config.json`)).json()) as {
      options: { appearance: typeof appearance }
    } // the route's answer
    expect(config.options.appearance).toEqual({ ...appearance, headerText: '#000000' })
    const { header, headerText, button, buttonText } = config.options.appearance
    for (const pair of [[headerText, header] as const, [buttonText, button] as const])
      expect(contrast(...pair)).toBeGreaterThanOrEqual(4.5)
    await site.verify()
  })

  test('[CH35] a new channel is its maker’s, and an id is taken once', async () => {
    const channel = newId<ChannelId>()
    expect(await site.root.send({ type: 'channel.create', channel, name: '  Fairs ' })).toEqual(OK)
    await present(() => site.root.live.view(`channel:${channel}`)?.options.channels.name === 'Fairs')
    await present(() => site.ann.live.view<'settings'>('settings')?.channels.some(({ id }) => id === channel))
    expect(site.ann.live.view(`channel:${channel}`)).toBeUndefined()
    expect(await site.root.send({ type: 'channel.create', channel, name: 'Again' })).toEqual({ ok: false, refused: 'exists' })
    await site.verify()
  })

  test('[CH206][B3] a name is one channel’s, however it is written: nobody makes another default channel', async () => {
    const { root } = site
    const known = root.live.view<'settings'>('settings')?.channels.find(({ id }) => id === MAIN)?.name ?? ''
    const channel = newId<ChannelId>()
    const refused = { ok: false, refused: 'exists', detail: 'name' }
    expect(await root.send({ type: 'channel.create', channel, name: ` ${known.toUpperCase()} ` })).toEqual(refused)
    expect(await root.send({ type: 'channel.create', channel, name: 'Names' })).toEqual(OK)
    expect(await configure(root.send, { ...site, channel, changes: { name: known } })).toEqual(refused)
    expect(await configure(root.send, { ...site, channel, changes: { name: 'NAMES' } })).toEqual(OK)
    for (const reserved of ['internal', MAIN])
      expect(await root.send({ type: 'channel.create', channel: reserved as ChannelId, name: 'Ours' })).toMatchObject({
        refused: 'exists',
      }) // within an id's alphabet
    const both = [newId<ChannelId>(), newId<ChannelId>()].map((id) =>
      root.send({ type: 'channel.create', channel: id, name: 'Twin' }),
    )
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1)
    await site.verify()
  })

  test('[CH207] what is archived begins nothing more, what runs in it is ended, and it comes back with all it had', async () => {
    const { root } = site
    const channel = newId<ChannelId>()
    expect(await root.send({ type: 'channel.create', channel, name: 'Winter' })).toEqual(OK)
    const vera = await visitor(site, 'Vera in winter', { channel })
    const { conversation } = await vera.open('Is it cold?')
    expect(await root.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    const config = async () => (await fetch(`${site.url}/widget/${channel}/config.json`)).status
    expect(await config()).toBe(200)
    expect(await root.send({ type: 'channel.archive', channel })).toEqual(OK)
    expect(await config()).toBe(404)
    expect((await vera.say(conversation, 'Still here')).outcome).toEqual(OK)
    const walid = await visitor(site, 'Walid in winter', { channel })
    expect((await walid.open('And me?')).outcome).toMatchObject({ refused: 'not-found' })
    expect(await root.send({ type: 'conversation.close', conversation })).toEqual(OK)
    expect(await root.send({ type: 'conversation.reopen', conversation })).toMatchObject({ refused: 'closed' })
    expect((await root.request(`/api/conversations/${conversation}/lines`)).status).toBe(200)
    await present(() => listed(site.ann, channel)?.archivedAt)
    expect(await root.send({ type: 'channel.restore', channel })).toEqual(OK)
    expect(await config()).toBe(200)
    expect(await root.send({ type: 'conversation.reopen', conversation })).toEqual(OK)
    expect(await root.send({ type: 'channel.archive', channel: MAIN })).toMatchObject({ refused: 'forbidden' })
    await present(() => listed(site.ann, channel)?.archivedAt === null)
    await site.verify()
  })

  test('[CH36] a visitor stands in one channel: there his conversations are others than here', async () => {
    const vera = await site.visit('Vera')
    const here = await vera.open('Here')
    const there = await visitor(site, 'Vera there', { token: vera.token, channel: OTHER })
    expect(there.live.topics()).toContain(`lobby:${OTHER}`)
    expect(there.live.topics()).not.toContain(`chat:${here.conversation}`)
    const opened = await there.open('There')
    expect(opened.conversation).not.toBe(here.conversation)
    await present(() => site.olaf.live.view(`channel:${OTHER}`)?.rows.some(({ id }) => id === opened.conversation))
    // Her page here was told of the other chat, asks for it, and hears that it is not for here.
    await passUntil(site.clock, () => !vera.live.topics().includes(`chat:${opened.conversation}`))
    await site.verify()
  })

  const listed = ({ live }: Operator, channel: ChannelId) =>
    live.view<'settings'>('settings')?.channels.find(({ id }) => id === channel)
  const channelsOf = ({ live, id }: Operator) => live.view(`operator:${id}`)?.me.channels ?? []
})
