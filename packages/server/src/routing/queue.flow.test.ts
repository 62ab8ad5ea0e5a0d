import type { Fleeting } from '@portico/protocol/fleeting'
import { pass } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Visitor } from '@portico/testkit/person'
import { OTHER, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import type { CandidatesAnswer } from '@portico/protocol/routing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAt, rowOf } from '../conversations/testing-desk.ts'
import { LEFT_MS, TELL_MS } from './tell-queue.ts'
import { openRoutedSite, set } from './testing-routing.ts'

type Place = Extract<Fleeting, { type: 'queue.place' }>
const LOOK_MS = TELL_MS + 1000
const ENOUGH = 25
const MINUTE_MS = 60_000

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    await openRoutedSite(site)
    await set(site, { bearWithUsAfterMs: 0 })
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })
  function placesOf({ live }: Visitor): Place[] {
    const places: Place[] = []
    live.onFleeting((_topic, message) => {
      if (message.type === 'queue.place') places.push(message)
    })
    return places
  }
  const figures = async () => {
    const answer = await site.ann.request(`/api/channels/${MAIN}/candidates`)
    return (await answer.json()) as CandidatesAnswer // the route's answer
  }

  test('[RT106] who waits is told his place, again only where it changes, and at once when he comes back', async () => {
    const first = await askedAt(site, 'First')
    const heardByFirst = placesOf(first.vera)
    const second = await askedAt(site, 'Second')
    const heard = placesOf(second.vera)
    await pass(site.clock, 3 * LOOK_MS)
    await present(() => heard.length > 0)
    expect(heard).toEqual([{ type: 'queue.place', place: 2, minutes: null }])
    await site.ann.send({ type: 'conversation.accept', conversation: first.conversation })
    await pass(site.clock, 3 * LOOK_MS)
    expect(heard.map(({ place }) => place)).toEqual([2, 1])
    expect(heardByFirst.map(({ place }) => place)).toEqual([1])
    const again = placesOf(await second.vera.again())
    await pass(site.clock, LOOK_MS)
    await present(() => again.length > 0)
    expect(again.map(({ place }) => place)).toEqual([1])
    await set(site, { tellsQueue: 'nothing' })
    const third = await askedAt(site, 'Third')
    const nothing = placesOf(third.vera)
    await pass(site.clock, 2 * LOOK_MS)
    expect(nothing).toEqual([])
    await set(site, { tellsQueue: 'estimate' })
    await pass(site.clock, 2 * LOOK_MS)
    await present(() => nothing.length > 0)
    for (const { conversation } of [first, second, third]) await site.ann.send({ type: 'conversation.close', conversation })
  })

  test('[RT106] where all have limits and enough is known he is told how long it may take', async () => {
    await set(site, { atOnce: ENOUGH })
    const served = []
    for (let n = 0; n < ENOUGH; n++) served.push(await askedAt(site, `Served ${n}`))
    for (const { conversation } of served) await site.ann.send({ type: 'conversation.accept', conversation })
    await site.clock.leap(6 * MINUTE_MS)
    for (const { conversation } of served) await site.ann.send({ type: 'conversation.close', conversation })
    await set(site, { atOnce: 1 })
    const held = [await askedAt(site, 'Held'), await askedAt(site, 'Held too')]
    for (const [n, { conversation }] of held.entries())
      await (n === 0 ? site.ann : site.bob).send({ type: 'conversation.accept', conversation })
    const { vera, conversation } = await askedAt(site, 'How long?')
    const heard = placesOf(vera)
    await pass(site.clock, 2 * LOOK_MS)
    const { place, minutes } = await present(() => heard.at(-1))
    expect(place).toBe(1)
    expect(minutes?.from).toBeLessThanOrEqual(6)
    expect(minutes?.to).toBeGreaterThanOrEqual(6)
    for (const each of [...held.map((one) => one.conversation), conversation])
      await site.ann.send({ type: 'conversation.close', conversation: each })
    await set(site, { atOnce: null })
  })

  test('[RT107] who leaves while he waits is counted unless he comes back, and his request stays', async () => {
    const before = (await figures()).figures.abandoned
    const goes = await askedAt(site, 'I cannot wait')
    const returns = await askedAt(site, 'I am back')
    goes.vera.leave()
    returns.vera.leave()
    await pass(site.clock, LEFT_MS / 2)
    expect((await figures()).figures.abandoned).toBe(before)
    await pass(site.clock, LEFT_MS)
    await present(async () => (await figures()).figures.abandoned === before + 2)
    expect(rowOf(site.ann, goes.conversation)?.phase.state).toBe('requested')
    await returns.vera.again()
    await pass(site.clock, 2 * LOOK_MS)
    await present(async () => (await figures()).figures.abandoned === before + 1)
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
