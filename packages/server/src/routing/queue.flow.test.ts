import type { Fleeting } from '@portico/protocol/fleeting'
import { pass, passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN, type Visitor } from '@portico/testkit/person'
import { OTHER, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import type { CandidatesAnswer, QueuesAnswer } from '@portico/protocol/routing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askedAt, rowOf } from '../conversations/testing-desk.ts'
import { must } from '../platform/must.ts'
import { AGAIN_MS, LEFT_MS, TELL_MS } from './tell-queue.ts'
import { openRoutedSite, serveMany, set } from './testing-routing.ts'

type Place = Extract<Fleeting, { type: 'queue.place' }>
const LOOK_MS = TELL_MS + 1000
const ENOUGH = 25

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    await openRoutedSite(site)
    await set(site, { bearWithUsAfterMs: 0 })
  })
  // Whoever does nothing for long is asked nothing.
  beforeEach(() => {
    for (const { live } of [site.ann, site.bob]) live.moved()
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })
  /** What was told, and what was told again though nothing had changed. Time goes on while the databases work: that may be long. */
  function placesOf({ live }: Visitor): Place[] {
    const places: Place[] = []
    let toldAt = -Infinity
    live.onFleeting((_topic, message) => {
      if (message.type !== 'queue.place') return
      const isLate = site.clock.now() - toldAt >= AGAIN_MS
      toldAt = site.clock.now()
      if (!isLate || JSON.stringify(message) !== JSON.stringify(places.at(-1))) places.push(message)
    })
    return places
  }
  const come = (places: readonly Place[], count: number) => passUntil(site.clock, () => places.length >= count)
  const figures = async () => {
    const answer = await site.ann.request(`/api/channels/${MAIN}/candidates`)
    return (await answer.json()) as CandidatesAnswer // the route's answer
  }

  const abandonedAre = (count: number) =>
    eventually(async () => {
      await pass(site.clock, TELL_MS)
      expect((await figures()).figures.abandoned).toBe(count)
    })

  const waits = async (who = site.ann) => {
    const { queues } = (await (await who.request('/api/queues')).json()) as QueuesAnswer // the route's answer
    return Object.fromEntries(queues.map(({ channel, wait }) => [channel, wait]))
  }

  test('[RT106] who waits is told his place, again only where it changes, and at once when he comes back', async () => {
    const first = await askedAt(site, 'First')
    const heardByFirst = placesOf(first.vera)
    const second = await askedAt(site, 'Second')
    const heard = placesOf(second.vera)
    await come(heard, 1)
    await pass(site.clock, 2 * LOOK_MS)
    expect(heard).toEqual([{ type: 'queue.place', place: 2, minutes: null }])
    await site.ann.send({ type: 'conversation.accept', conversation: first.conversation })
    await come(heard, 2)
    await pass(site.clock, 2 * LOOK_MS)
    expect(heard.map(({ place }) => place)).toEqual([2, 1])
    expect(heardByFirst.map(({ place }) => place)).toEqual([1])
    const again = placesOf(await second.vera.again())
    await come(again, 1)
    expect(again.map(({ place }) => place)).toEqual([1])
    await set(site, { tellsQueue: 'nothing' })
    const third = await askedAt(site, 'Third')
    const nothing = placesOf(third.vera)
    await pass(site.clock, 2 * LOOK_MS)
    expect(nothing).toEqual([])
    await set(site, { tellsQueue: 'estimate' })
    await come(nothing, 1)
    for (const { conversation } of [first, second, third]) await site.ann.send({ type: 'conversation.close', conversation })
  })

  test('[RT106][RT123] where all have limits and enough is known he is told how long it may take, and who began now', async () => {
    await set(site, { atOnce: ENOUGH })
    await serveMany(site, ENOUGH)
    await set(site, { atOnce: 1 })
    const held = [await askedAt(site, 'Held'), await askedAt(site, 'Held too')]
    for (const [n, { conversation }] of held.entries())
      await (n === 0 ? site.ann : site.bob).send({ type: 'conversation.accept', conversation })
    expect((await waits())[MAIN]).toMatchObject({ state: 'waits', place: 1, minutes: { from: expect.any(Number) } })
    const { vera, conversation } = await askedAt(site, 'How long?')
    const heard = placesOf(vera)
    await come(heard, 1)
    const { place, minutes } = must(heard.at(-1))
    expect(place).toBe(1)
    expect(minutes?.from).toBeLessThanOrEqual(6)
    expect(minutes?.to).toBeGreaterThanOrEqual(6)
    for (const each of [...held.map((one) => one.conversation), conversation])
      await site.ann.send({ type: 'conversation.close', conversation: each })
    await set(site, { atOnce: null })
  })

  test('[E1][RT123] how long a visitor would wait who began now is told of each channel that one sees', async () => {
    await present(async () => (await waits())[MAIN]?.state === 'at-once')
    expect(Object.keys(await waits())).toEqual([MAIN])
    await set(site, { atOnce: 1 })
    const held = [await askedAt(site, 'Held'), await askedAt(site, 'Held too')] as const
    expect((await waits())[MAIN]).toMatchObject({ state: 'waits', place: 3 })
    for (const [n, { conversation }] of held.entries())
      await (n === 0 ? site.ann : site.bob).send({ type: 'conversation.accept', conversation })
    expect((await waits())[MAIN]).toMatchObject({ state: 'waits', place: 1 })
    await site.bob.send({ type: 'conversation.close', conversation: held[1].conversation })
    expect((await waits())[MAIN]).toEqual({ state: 'at-once' })
    await site.ann.send({ type: 'conversation.close', conversation: held[0].conversation })
    await set(site, { atOnce: null })
    site.olaf.live.moved()
    await present(async () => (await waits(site.olaf))[OTHER]?.state === 'at-once')
    expect(Object.keys(await waits(site.olaf))).toEqual([OTHER])
    expect(Object.keys(await waits(site.root)).sort()).toEqual([MAIN, OTHER].sort())
    await site.olaf.send({ type: 'availability.set', availability: 'unavailable' })
    expect((await waits(site.root))[OTHER]).toEqual({ state: 'nobody' })
    await site.olaf.send({ type: 'availability.set', availability: 'everybody' })
  })

  test('[RT107] who leaves while he waits is counted unless he comes back, and his request stays', async () => {
    const before = (await figures()).figures.abandoned
    const goes = await askedAt(site, 'I cannot wait')
    const returns = await askedAt(site, 'I am back')
    goes.vera.leave()
    returns.vera.leave()
    await pass(site.clock, LEFT_MS / 2)
    expect((await figures()).figures.abandoned).toBe(before)
    await pass(site.clock, LEFT_MS / 2)
    await abandonedAre(before + 2)
    expect(rowOf(site.ann, goes.conversation)?.phase.state).toBe('requested')
    await returns.vera.again()
    await abandonedAre(before + 1)
  })

  test('[RT108] who would get it now is told in the real order, with each reason', async () => {
    await set(site, { assigns: 'automatic', atOnce: 3 })
    const { candidates } = await figures()
    expect(candidates.map(({ name, reason }) => `${name}: ${reason}`).sort()).toEqual([
      'Ann: all expertise',
      'Bob: all expertise',
      'Root: unavailable',
    ])
    expect(candidates.map(({ place, limit }) => [place, limit])).toEqual([
      [1, 3],
      [2, 3],
      [null, 3],
    ])
    const met = await site.ann.request(`/api/channels/${MAIN}/candidates?previous=${site.bob.id}`)
    expect(((await met.json()) as CandidatesAnswer).candidates[0]).toMatchObject({ name: 'Bob', reason: 'previous' }) // as above
    expect((await site.ann.request(`/api/channels/${OTHER}/candidates`)).status).toBe(404)
  })
})
