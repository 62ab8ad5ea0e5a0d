import type { ConversationId } from '@portico/protocol/ids'
import { pass } from '@portico/testkit/clock'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Person } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAt, expectNothingLeaked, OK, readList, rowOf, told, visitorOf } from './testing-desk.ts'

const DAY_MS = 24 * 60 * 60_000
const MOMENT_MS = 10_000

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(async () => {
    expectNothingLeaked(site)
    await site.close()
  })
  const take = (by: Person, conversation: ConversationId) => by.send({ type: 'conversation.accept', conversation })
  const end = (by: Person, conversation: ConversationId) => by.send({ type: 'conversation.close', conversation })
  const reopen = (by: Person, conversation: ConversationId) => by.send({ type: 'conversation.reopen', conversation })

  async function ended(text: string) {
    const { vera, conversation } = await askedAt(site, text)
    await take(site.ann, conversation)
    await end(site.ann, conversation)
    await site.verify()
    return { vera, conversation }
  }

  test('[CV40] an operator who takes up what has ended has it, and both sides read who did', async () => {
    const { vera, conversation } = await ended('Did it arrive? secret')
    expect(await reopen(site.bob, conversation)).toEqual(OK)
    await site.verify()
    const row = await present(() => rowOf(site.ann, conversation))
    expect(row.phase).toMatchObject({ state: 'active', operators: [{ name: 'Bob' }] })
    expect(await told(vera, conversation, 4)).toEqual(['Did it arrive? secret', 'joined', 'closed', 'reopened'])
    expect((await vera.say(conversation, 'It did. secret')).outcome).toEqual(OK)
    expect(vera.live.view(`visitor:${visitorOf(vera)}`)?.conversations).toMatchObject([{ conversation, state: 'open' }])
    expect((await readList(site.bob, 'mine')).rows).toHaveLength(1)
    await end(site.bob, conversation)
    await site.verify()
  })

  test('[CV40][CV43] its visitor makes a request of it again, which says who had it and waits from now on', async () => {
    const { vera, conversation } = await ended('Is it glazed? secret')
    await pass(site.clock, MOMENT_MS)
    expect(await reopen(vera, conversation)).toEqual(OK)
    await site.verify()
    const row = await present(() => rowOf(site.bob, conversation))
    expect(row.phase).toMatchObject({ state: 'requested', at: site.clock.now(), before: [{ name: 'Ann' }] })
    expect(row.openedAt).toBeLessThanOrEqual(site.clock.now() - MOMENT_MS)
    await pass(site.clock, 60_000 + MOMENT_MS)
    expect((await told(vera, conversation, 5)).at(-1)).toBe('bear-with-us')
    await take(site.bob, conversation)
    await site.verify()
    expect((await present(() => rowOf(site.ann, conversation))).phase).toMatchObject({ operators: [{ name: 'Bob' }] })
  })

  test('[CV40] a visitor may do so for as long as the channel says, an operator at any time', async () => {
    const { vera, conversation } = await ended('Is it late? secret')
    await configure(site.root.send, { ...site, channel: MAIN, changes: { reopenWithinMs: MOMENT_MS } })
    await pass(site.clock, MOMENT_MS)
    expect(await reopen(vera, conversation)).toMatchObject({ refused: 'closed' })
    expect(await reopen(site.ann, conversation)).toEqual(OK)
    await end(vera, conversation)
    await configure(site.root.send, { ...site, channel: MAIN, changes: { reopenWithinMs: 0 } })
    expect(await reopen(vera, conversation)).toMatchObject({ refused: 'closed' })
    await configure(site.root.send, { ...site, channel: MAIN, changes: { reopenWithinMs: DAY_MS } })
    await site.verify()
  })

  test('[CV41] while another conversation of that visitor is open there is nothing to take up', async () => {
    const { vera, conversation } = await ended('First secret')
    const next = await vera.open('Second secret')
    expect(await reopen(site.ann, conversation)).toMatchObject({ refused: 'exists' })
    expect(await reopen(vera, conversation)).toMatchObject({ refused: 'exists' })
    await end(vera, next.conversation)
    expect(await reopen(site.ann, conversation)).toEqual(OK)
    await site.verify()
    await present(() => vera.live.view(`chat:${conversation}`))
    expect(vera.live.view(`chat:${next.conversation}`)).toBeUndefined()
    // Whoever writes as if nothing were open goes on in the one that was taken up.
    expect((await vera.open('Third secret')).conversation).toBe(conversation)
    await site.verify()
    expect((await vera.again()).live.view(`chat:${conversation}`)).toBeDefined()
  })

  test('[CV41] whoever of several takes something up first, one conversation of the visitor is open', async () => {
    const { vera, conversation } = await ended('One secret')
    const next = await vera.open('Another secret')
    await end(vera, next.conversation)
    const outcomes = await Promise.all([
      reopen(site.ann, conversation),
      reopen(site.bob, next.conversation),
      vera.open('A third secret').then(({ outcome }) => outcome),
    ])
    await site.verify()
    const own = (site.ann.live.view(`channel:${MAIN}`)?.rows ?? []).filter(({ visitor }) => visitor.id === visitorOf(vera))
    expect(own).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(0)
  })

  test('[CV42] to take up what is open is nothing for its visitor, and accepting for an operator', async () => {
    const { vera, conversation } = await askedAt(site, 'Anybody? secret')
    expect(await reopen(vera, conversation)).toEqual(OK)
    expect(await reopen(site.ann, conversation)).toEqual(OK)
    expect(await reopen(site.bob, conversation)).toMatchObject({ refused: 'taken', by: { name: 'Ann' } })
    expect(await reopen(site.ann, conversation)).toEqual(OK)
    expect(await told(vera, conversation, 2)).toEqual(['Anybody? secret', 'joined'])
    expect(await reopen(site.olaf, conversation)).toMatchObject({ refused: 'not-found' })
  })

  test('[CV44] what has ended keeps those who were in it, over a restart of the console too', async () => {
    const { conversation } = await ended('Thank you secret')
    const { ann } = site
    ann.live.watch(`conversation:${conversation}`)
    const view = await present(() => ann.live.view(`conversation:${conversation}`))
    expect(view.phase).toMatchObject({ state: 'closed', by: 'operator', operators: [{ name: 'Ann' }] })
    const [row] = (await readList(ann, 'closed')).rows
    expect(row).toMatchObject({ phase: { operators: [{ name: 'Ann' }] } })
    await site.verify()
  })
})
