import type { ConversationId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { pass, passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { OTHER, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAt, expectNothingLeaked, lineId, OK, rowOf, told, visitorOf } from './testing-desk.ts'

const MINUTE_MS = 60_000

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

  test('[CV1][C1] a visitor writes, an operator accepts and answers, both see the same', async () => {
    const { ann } = site
    const { vera, conversation } = await asked('Is the bowl dishwasher safe? secret')
    const row = await present(() => rowOf(ann, conversation))
    expect(row.phase.state).toBe('requested')
    expect(row.summary).toMatchObject({ excerpt: 'Is the bowl dishwasher safe? secret', visitorLines: 1 })

    expect(await ann.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    await site.verify()
    await ann.say(conversation, 'Yes, it is. secret')
    await site.verify()

    expect(await told(vera, conversation, 3)).toEqual(['Is the bowl dishwasher safe? secret', 'joined', 'Yes, it is. secret'])
    expect(JSON.stringify(vera.live.view(`chat:${conversation}`))).not.toContain('ordinal')
  })

  test('[CV5][C9] any operator of the channel may answer an active conversation, and has joined it then', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await asked('Who else is there? secret')
    expect((await bob.say(conversation, 'too early')).outcome).toEqual({ ok: false, refused: 'not-accepted' })
    await ann.send({ type: 'conversation.accept', conversation })
    expect((await bob.say(conversation, 'I am. secret')).outcome).toEqual(OK)
    await site.verify()
    expect(await told(vera, conversation, 4)).toEqual(['Who else is there? secret', 'joined', 'joined', 'I am. secret'])
    const { phase } = await present(() => rowOf(ann, conversation))
    expect(phase).toMatchObject({ state: 'active', operators: [{ name: 'Ann' }, { name: 'Bob' }] })
  })

  test('[CV6] notes are for operators: the visitor sees neither them nor a gap', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await asked('Is it cheaper? secret')
    bob.live.watch(`conversation:${conversation}`)
    const note = { type: 'note.write', conversation, line: lineId(), text: 'He asks every month. secret-note' } as const
    expect(await ann.send(note)).toEqual(OK)
    await site.verify()
    const lines = await present(() => bob.live.view(`conversation:${conversation}`)?.lines)
    expect(lines.at(-1)).toMatchObject({ audience: 'operators', body: { kind: 'note' }, ordinal: 2 })
    await ann.send({ type: 'conversation.accept', conversation })
    await told(vera, conversation, 2)
    expect(vera.tap.received()).not.toContain('secret-note')
    expect((await vera.again()).tap.received()).not.toContain('secret-note')
    expect(await vera.send({ ...note, line: lineId() })).toMatchObject({ refused: 'forbidden' })
  })

  test('[CV7] a closed conversation refuses messages and accepts, and the next message begins another', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await asked('Thank you secret')
    await ann.send({ type: 'conversation.accept', conversation })
    expect(await ann.send({ type: 'conversation.close', conversation })).toEqual(OK)
    await site.verify()
    expect((await vera.say(conversation, 'one more')).outcome).toMatchObject({ refused: 'closed' })
    expect((await bob.say(conversation, 'one more')).outcome).toMatchObject({ refused: 'closed' })
    expect(await bob.send({ type: 'conversation.accept', conversation })).toMatchObject({ refused: 'closed' })
    expect(rowOf(ann, conversation)).toBeUndefined()
    const next = await vera.open('Another question secret')
    expect(next.conversation).not.toBe(conversation)
    await site.verify()
    await present(() => vera.live.view(`chat:${next.conversation}`))
    expect(vera.live.view(`visitor:${visitorOf(vera)}`)?.conversations).toEqual([
      { conversation: next.conversation, channel: MAIN, state: 'open' },
    ])
  })

  test('[CV8] the visitor may end the conversation too', async () => {
    const { conversation, vera } = await asked('Never mind secret')
    expect(await vera.send({ type: 'conversation.close', conversation })).toEqual(OK)
    await site.verify()
    await present(() => vera.live.view(`chat:${conversation}`)?.phase.state === 'closed')
  })

  test('[CV11][A22] a visitor whom nobody answers for a minute is asked to bear with us, once', async () => {
    const { vera, conversation } = await asked('Hello? secret')
    await pass(site.clock, MINUTE_MS - 2000)
    expect(await told(vera, conversation, 1)).toEqual(['Hello? secret'])
    await passUntil(site.clock, () => vera.live.view(`chat:${conversation}`)?.lines.length === 2)
    expect(await told(vera, conversation, 2)).toEqual(['Hello? secret', 'bear-with-us'])
    await pass(site.clock, 2 * MINUTE_MS)
    await site.verify()
    expect(await told(vera, conversation, 2)).toHaveLength(2)
  })

  test('[CV11][A22] who has been answered is not asked to wait', async () => {
    const { vera, conversation } = await asked('Quick one secret')
    await site.ann.send({ type: 'conversation.accept', conversation })
    await site.ann.say(conversation, 'Yes? secret')
    await pass(site.clock, 2 * MINUTE_MS)
    await site.verify()
    expect(await told(vera, conversation, 3)).not.toContain('bear-with-us')
  })

  test('[CV12] a command id has one effect and one answer, and another body under it is refused', async () => {
    const { vera, conversation } = await asked('Once secret')
    const { road } = site.server.store
    const actor = { kind: 'visitor', id: visitorOf(vera) } as const
    const frame = {
      id: newId(site.clock.now()),
      actor,
      at: site.clock.now(),
      command: { type: 'message.send', conversation, line: lineId(), text: 'twice? secret' },
    } as const
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => road.run(frame as never))) // newId makes ids
    expect(outcomes).toEqual(Array.from({ length: 5 }, () => OK))
    const other = { ...frame, command: { ...frame.command, text: 'something else' } }
    expect(await road.run(other as never)).toEqual({ ok: false, refused: 'id-reused' })
    const old = { ...frame, id: newId(site.clock.now() - 8 * 24 * 60 * MINUTE_MS) }
    expect(await road.run(old as never)).toEqual({ ok: false, refused: 'stale', now: site.clock.now() })
    expect(await road.run({ ...frame, at: site.clock.now() + 8 * 24 * 60 * MINUTE_MS } as never)).toEqual(OK)
    for (const ahead of [61 * MINUTE_MS, Number.MAX_SAFE_INTEGER / 64]) {
      const early = { ...frame, id: newId(site.clock.now() + ahead), command: { ...frame.command, line: lineId() } }
      expect(await road.run(early as never)).toEqual({ ok: false, refused: 'early', now: site.clock.now() })
    }
    expect(await told(vera, conversation, 2)).toEqual(['Once secret', 'twice? secret'])
    await site.verify()
  })

  test('[CV16][A4] the tracker’s visitor id names the visitor and opens nothing', async () => {
    const vera = await site.visit('Tracked')
    const { conversation } = await vera.open('secret', {
      analyticsId: '0123456789abcdef',
      name: 'Vera',
      page: { url: 'https://shop.example/a', title: 'A' },
    })
    const row = await present(() => rowOf(site.ann, conversation))
    expect(row).toMatchObject({ visitor: { analyticsId: '0123456789abcdef', name: 'Vera' }, page: { title: 'A' } })
    const stranger = await fetch(`${site.url}/api/chats/${conversation}/lines`, {
      headers: { authorization: 'Bearer 0123456789abcdef' },
    })
    expect(stranger.status).toBe(401)
  })

  test('[CV17] a second channel is another desk: its request reaches its members alone', async () => {
    const { olaf, ann } = site
    const { openVisitorLive } = await import('@portico/client/open-live')
    const { mintToken } = await import('@portico/server/auth/token')
    const live = openVisitorLive({ origin: site.url, token: mintToken(), channel: OTHER, clock: site.clock })
    await present(() => live.link().state === 'online')
    const conversation = newId<ConversationId>()
    expect(
      await live.send({
        type: 'conversation.open',
        conversation,
        channel: OTHER,
        line: lineId(),
        text: 'For the others',
        introduction: {},
      }),
    ).toMatchObject(OK)
    await present(() => olaf.live.view(`channel:${OTHER as string}`)?.rows.find(({ id }) => id === conversation))
    expect(await ann.send({ type: 'conversation.accept', conversation })).toMatchObject({ refused: 'not-found' })
    live.close()
  })
})
