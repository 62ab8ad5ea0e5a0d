// The canaries: first each is found where it may be, then nowhere else.
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { makeAccount } from '@portico/testkit/account'
import { passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, operator, type Operator } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from '../conversations/testing-desk.ts'

const OK = { ok: true }
const CONVERSATIONS = 10

onEachDatabase((create) => {
  let site: StaffedSite
  let susan: Operator
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    const account = { name: 'Susan', role: 'supervisor', channels: [MAIN], by: site.owner } as const
    susan = await operator(site, 'Susan', await makeAccount(site, account))
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  const asideOf = ({ id }: Operator, conversation: ConversationId) => `aside:${conversation}.${id}` as const
  const heardBy = (who: Operator, conversation: ConversationId) =>
    who.live.view<'aside'>(asideOf(who, conversation))?.whispers?.map(({ text }) => text) ?? []
  const whisper = (from: Operator, to: Operator, { conversation, text }: { conversation: ConversationId; text: string }) =>
    from.send({ type: 'whisper.send', conversation, line: newId<LineId>(), to: to.id, text })

  /** Ann's, watched by Susan, whom the visitor does not know of, and looked at by Bob, who sits not in it. */
  async function watched(name: string) {
    const vera = await site.visit(name)
    const { conversation } = await vera.open('Hello', { name })
    expect(await site.ann.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    expect(await susan.send({ type: 'conversation.observe', conversation })).toEqual(OK)
    for (const each of [site.ann, site.bob, susan]) {
      each.live.watch(`conversation:${conversation}`)
      each.live.watch(asideOf(each, conversation))
      await present(() => each.live.view(`conversation:${conversation}`) && each.live.view(asideOf(each, conversation)))
    }
    return { vera, conversation }
  }

  test('[IV20][IV21][IV22] a whisper reaches one colleague, in its place, and moves nothing', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await watched('Vera')
    const before = ann.live.view<'conversation'>(`conversation:${conversation}`)?.lines.at(-1)?.ordinal
    expect(await whisper(susan, ann, { conversation, text: 'Offer the courier' })).toEqual(OK)
    expect(await whisper(ann, susan, { conversation, text: 'Done' })).toEqual(OK)
    await present(() => heardBy(ann, conversation).length === 2 && heardBy(susan, conversation).length === 2)
    expect(ann.live.view<'aside'>(asideOf(ann, conversation))?.whispers?.[0]).toMatchObject({
      after: before,
      from: { name: 'Susan' },
      to: { name: 'Ann' },
    })
    expect(await whisper(ann, bob, { conversation, text: 'You?' })).toMatchObject({ refused: 'not-found' })
    expect(await whisper(bob, ann, { conversation, text: 'Me' })).toMatchObject({ refused: 'forbidden' })
    expect(await whisper(ann, ann, { conversation, text: 'I' })).toMatchObject({ refused: 'not-found' })
    expect((await ann.say(conversation, 'A courier comes')).outcome).toEqual(OK)
    await told(vera, conversation, 3)
    expect(ann.live.view<'conversation'>(`conversation:${conversation}`)?.lines.at(-1)?.ordinal).toBe((before ?? 0) + 1)
    // Another's aside is nobody else's to ask for.
    const topic = asideOf(ann, conversation)
    bob.live.watch(topic)
    await passUntil(site.clock, () => !bob.live.topics().includes(topic))
    expect(await ann.send({ type: 'conversation.close', conversation })).toEqual(OK)
    expect(await whisper(susan, ann, { conversation, text: 'Well done' })).toMatchObject({ refused: 'closed' })
    expect(heardBy(susan, conversation)).toHaveLength(2)
    await site.verify()
  })

  test('[IV4][IV9][IV20][C13][E28] notes, whispers, observers and notices of operators are in no frame and no page of a visitor', async () => {
    const { ann, bob, olaf } = site
    const canaries = (n: number) => ({ note: `note-canary-${n}`, whisper: `whisper-canary-${n}`, word: `word-canary-${n}` })
    expect(await bob.send({ type: 'availability.set', availability: 'everybody' })).toEqual(OK)
    const visitors = []
    for (let n = 0; n < CONVERSATIONS; n++) {
      const { vera, conversation } = await watched(`Vera ${n}`)
      const { note, whisper: whispered, word } = canaries(n)
      expect(await ann.send({ type: 'note.write', conversation, line: newId(), text: note })).toEqual(OK)
      expect(await whisper(susan, ann, { conversation, text: whispered })).toEqual(OK)
      expect(await ann.send({ type: 'colleague.invite', conversation, operator: bob.id, level: 'observer', text: word })).toEqual(
        OK,
      )
      const answer =
        n % 2
          ? ({ type: 'colleague.decline', conversation } as const)
          : ({ type: 'colleague.join', conversation, level: 'observer' } as const)
      expect(await bob.send(answer)).toEqual(OK)
      await ann.say(conversation, `said to all ${n}`)
      if (n % 3 === 0) expect(await ann.send({ type: 'conversation.close', conversation })).toEqual(OK)
      visitors.push({ vera, conversation, n })
    }
    for (const { vera, conversation, n } of visitors) {
      const { note, whisper: whispered, word } = canaries(n)
      await present(() => vera.tap.received().includes(`said to all ${n}`))
      const headers = { authorization: `Bearer ${vera.token}` }
      const page = await fetch(`${site.url}/api/chats/${conversation}/lines`, { headers })
      expect(page.status).toBe(200)
      // Who is reachable in the channel is on its lobby, whoever visits: of the conversation nothing may be said.
      const frames = vera.tap
        .received()
        .split('\n')
        .filter((frame) => !frame.includes('"lobby:main","part'))
      expect(frames.join()).toContain('Ann')
      const everything = [...frames, await page.text()].join()
      expect(ann.tap.received()).toContain(note)
      expect(ann.tap.received()).toContain(whispered)
      expect(bob.tap.received()).toContain(word)
      expect(susan.tap.received()).toContain(whispered)
      for (const canary of [note, whispered, word, 'Susan', susan.id, 'Bob', bob.id, 'observer', 'invited', 'aside:'])
        expect(everything).not.toContain(canary)
      expect(bob.tap.received()).not.toContain(whispered)
    }
    expect(olaf.tap.received()).not.toContain('canary')
    await site.verify()
  })
})
