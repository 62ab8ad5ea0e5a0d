import type { ChatsPage, ChatLinesPage } from '@portico/protocol/pages'
import { pass } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, visitor, type Visitor } from '@portico/testkit/person'
import { OTHER, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAt, expectNothingLeaked, OK, rowOf, told } from './testing-desk.ts'

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
  /** Asked, answered by Ann and ended by her. */
  async function ended(text: string) {
    const asked = await askedAt(site, text)
    const { conversation } = asked
    await site.ann.send({ type: 'conversation.accept', conversation })
    await site.ann.say(conversation, `Answer to ${text}`)
    await site.ann.send({ type: 'conversation.close', conversation })
    await present(() => asked.vera.live.view(`chat:${conversation}`)?.phase.state === 'closed')
    return asked
  }
  const past = async ({ token }: Visitor, more = '') => {
    const answer = await fetch(`${site.url}/api/chats?channel=${MAIN}${more}`, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(200)
    return (await answer.json()) as ChatsPage // the route's answer
  }

  test('[CV34][A22] who is asked to wait has nobody yet: nobody is once somebody has accepted', async () => {
    const { vera, conversation } = await askedAt(site, 'Slow secret')
    await site.ann.send({ type: 'conversation.accept', conversation })
    await pass(site.clock, 3 * MINUTE_MS)
    await site.verify()
    expect(await told(vera, conversation, 2)).toEqual(['Slow secret', 'joined'])
    await vera.send({ type: 'conversation.close', conversation })
  })

  test('[CV35] what has ended is listed for its visitor alone, page by page, and can be read', async () => {
    const { vera, conversation: first } = await ended('One secret')
    await site.clock.move(1000)
    const { conversation: second } = await vera.open('Two secret')
    await vera.send({ type: 'conversation.close', conversation: second })
    const { chats, next } = await past(vera, '&limit=1')
    expect(chats).toMatchObject([{ id: second, faces: [], excerpt: 'Two secret' }])
    const rest = await past(vera, `&limit=1&before=${next}`)
    expect(rest).toMatchObject({ chats: [{ id: first, faces: [{ name: 'Ann', initials: 'A' }] }], next: null })
    expect(JSON.stringify(rest)).not.toContain(site.ann.id)
    const lines = await fetch(`${site.url}/api/chats/${first}/lines`, { headers: { authorization: `Bearer ${vera.token}` } })
    const page = (await lines.json()) as ChatLinesPage // the route's answer
    expect(page.lines.map(({ body }) => body.kind)).toEqual(['message', 'notice', 'message', 'notice'])
    const stranger = await site.visit('Stranger')
    expect((await past(stranger)).chats).toEqual([])
    const elsewhere = await fetch(`${site.url}/api/chats?channel=${OTHER}`, {
      headers: { authorization: `Bearer ${vera.token}` },
    })
    expect(await elsewhere.json()).toEqual({ chats: [], next: null })
  })

  test('[CV36] who he is a visitor may say after the first message too', async () => {
    const { ann } = site
    const { vera, conversation } = await askedAt(site, 'Anonymous secret')
    expect(await vera.send({ type: 'conversation.introduce', conversation, name: ' Vera V. ' })).toEqual(OK)
    await site.verify()
    expect((await present(() => rowOf(ann, conversation))).visitor).toMatchObject({ name: 'Vera V.', email: null })
    expect(await vera.send({ type: 'conversation.introduce', conversation, email: 'vera@example.org' })).toEqual(OK)
    expect(await vera.send({ type: 'conversation.introduce', conversation, email: 'vera@example.org' })).toEqual(OK)
    await site.verify()
    expect(rowOf(ann, conversation)?.visitor).toMatchObject({ name: 'Vera V.', email: 'vera@example.org' })
    await vera.send({ type: 'conversation.close', conversation })
    expect(await vera.send({ type: 'conversation.introduce', conversation, name: 'Else' })).toEqual({
      ok: false,
      refused: 'closed',
    })
  })

  test('[CV37] how fast the first answer comes is said once a few were answered: the middle one', async () => {
    const told = async () => {
      const answer = await fetch(`${site.url}/widget/${OTHER}/config.json`)
      return ((await answer.json()) as { answersInMs: number | null }).answersInMs // the route's answer
    }
    expect(await told()).toBeNull()
    for (const [at, seconds] of [600, 30, 60, 90, 120].entries()) {
      const vera = await visitor(site, `Vera ${at}`, { channel: OTHER })
      const { conversation } = await vera.open('How fast?')
      await site.clock.move(seconds * 1000)
      await site.olaf.send({ type: 'conversation.accept', conversation })
      await site.olaf.say(conversation, 'So fast.')
      await site.olaf.send({ type: 'conversation.close', conversation })
      expect(await told()).toBe(at < 4 ? null : 90_000)
      vera.leave()
    }
  })
})
