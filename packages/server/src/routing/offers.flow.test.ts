import type { ConversationId, LabelId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { pass, passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { OTHER, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { THRESHOLDS_DEFAULT } from '../presence/status.ts'
import { askedAt, OK, rowOf } from '../conversations/testing-desk.ts'
import { candidatesFor, offeredTo, offerOf, openRoutedSite, reasonsFor, set } from './testing-routing.ts'
import { GRACE_MS } from './writes.ts'

const OFFER_MS = 10_000
const LONG_OFFER_MS = 5 * 60_000
const REAL_MS = 10_000

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    await openRoutedSite(site)
    await set(site, { assigns: 'automatic', offerMs: OFFER_MS, prefersPrevious: false, bearWithUsAfterMs: 0 })
  })
  // Whoever does nothing for long is asked nothing.
  beforeEach(() => {
    for (const { live } of [site.ann, site.bob]) live.moved()
  })
  afterEach(async () => {
    await set(site, { atOnce: null })
    for (const { id } of site.ann.live.view(`channel:${MAIN}`)?.rows ?? [])
      await site.ann.send({ type: 'conversation.close', conversation: id })
    await site.verify()
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })
  const isConnected = (to: typeof site.ann, whom: typeof site.ann) =>
    to.live.view<'settings'>('settings')?.presences.some((each) => each.operator === whom.id && each.connectedAt !== null)
  const accept = (by: typeof site.ann, conversation: ConversationId) => by.send({ type: 'conversation.accept', conversation })
  /** How it stands, and who has it or had it before. */
  function whose(conversation: ConversationId): string {
    const phase = rowOf(site.bob, conversation)?.phase
    const staff = phase?.state === 'requested' ? phase.before : (phase?.operators ?? [])
    return `${phase?.state}: ${staff.map(({ name }) => name).join()}`
  }

  test('[C4][RT100] a request is offered to who is least busy, then to the next, then it waits for whoever accepts', async () => {
    const { ann, bob, clock } = site
    const first = await askedAt(site, 'One secret')
    const { operator } = await present(() => offerOf(ann, first.conversation))
    const [busy, free] = operator === ann.id ? [ann, bob] : [bob, ann]
    expect(await accept(busy, first.conversation)).toEqual(OK)
    const second = await askedAt(site, 'Two secret')
    expect(await offeredTo(busy, second.conversation, free)).toMatchObject({ until: clock.now() + OFFER_MS })
    await pass(clock, OFFER_MS - 1000)
    expect(offerOf(ann, second.conversation)?.operator).toBe(free.id)
    await passUntil(clock, () => offerOf(ann, second.conversation)?.operator === busy.id)
    expect(await free.send({ type: 'conversation.decline', conversation: second.conversation })).toMatchObject({
      refused: 'not-found',
    })
    expect(await busy.send({ type: 'conversation.decline', conversation: second.conversation })).toEqual(OK)
    await present(() => offerOf(ann, second.conversation) === null)
    // Both have passed: until something changes for one of them nobody is asked again.
    await pass(clock, 2 * OFFER_MS)
    expect(offerOf(ann, second.conversation)).toBeNull()
    await site.verify()
    await busy.send({ type: 'conversation.close', conversation: first.conversation })
    await offeredTo(ann, second.conversation, busy)
    expect(await accept(free, second.conversation)).toEqual(OK)
    await present(() => rowOf(ann, second.conversation)?.phase.state === 'active')
    expect(offerOf(ann, second.conversation)).toBeNull()
  })

  test('[C5][RT101] who met the visitor last is asked first, where the channel says so', async () => {
    const { ann, bob } = site
    const { vera, conversation } = await askedAt(site, 'Again secret')
    await accept(ann, conversation)
    await ann.send({ type: 'conversation.close', conversation })
    const held = await askedAt(site, 'Busy secret')
    await accept(ann, held.conversation)
    await set(site, { prefersPrevious: true })
    const { conversation: back } = await vera.open('It is me. secret')
    await offeredTo(bob, back, ann)
    await set(site, { prefersPrevious: false })
    await vera.send({ type: 'conversation.close', conversation: back })
    const { conversation: other } = await vera.open('And now? secret')
    await offeredTo(ann, other, bob)
  })

  test('[C6][RT8] who speaks the visitor’s language is asked first, however busy he is', async () => {
    const { ann, bob } = site
    expect(await bob.send({ type: 'skills.set', operator: bob.id, languages: ['de'], expertise: [] })).toEqual(OK)
    for (const words of ['Eins secret', 'Zwei secret', 'Drei secret']) {
      const { open } = await site.visit(`Vera of "${words}"`)
      const { conversation } = await open(words, { locale: 'de-AT' })
      await offeredTo(ann, conversation, bob)
      expect(await accept(bob, conversation)).toEqual(OK)
    }
    expect(await bob.send({ type: 'skills.set', operator: bob.id, languages: [], expertise: [] })).toEqual(OK)
  })

  test('[C7][RT8][RT121] where nobody speaks the visitor’s language, who is from her country is asked first', async () => {
    const { ann, bob } = site
    const nothing = { operator: bob.id, languages: [], expertise: [] }
    expect(await bob.send({ type: 'skills.set', ...nothing, country: 'AT' })).toEqual(OK)
    for (const words of ['Ena secret', 'Dva secret']) {
      const { open } = await site.visit(`Vera of "${words}"`)
      const { conversation } = await open(words, { locale: 'sl-AT' })
      await offeredTo(ann, conversation, bob)
      expect(await accept(bob, conversation)).toEqual(OK)
    }
    expect(await reasonsFor(ann, 'country=AT')).toEqual({ Ann: 'all expertise', Bob: 'country and all expertise' })
    expect(await bob.send({ type: 'skills.set', ...nothing })).toEqual(OK)
    expect(await reasonsFor(ann, 'country=AT')).toEqual({ Ann: 'all expertise', Bob: 'all expertise' })
  })

  test('[C8][RT8] who knows what a request is about is asked first, however busy he is', async () => {
    const { ann, bob, root } = site
    const glaze = newId<LabelId>()
    expect(await root.send({ type: 'label.make', label: glaze, kind: 'expertise', name: 'Glaze', tint: 2 })).toEqual(OK)
    expect(await ann.send({ type: 'skills.set', operator: ann.id, languages: [], expertise: [glaze] })).toEqual(OK)
    await set(site, { assigns: 'inbox' })
    for (const words of ['First secret', 'Second secret'])
      expect(await accept(ann, (await askedAt(site, words)).conversation)).toEqual(OK)
    const { conversation } = await askedAt(site, 'It has cracked secret')
    expect(await bob.send({ type: 'conversation.label', conversation, label: glaze })).toEqual(OK)
    await set(site, { assigns: 'automatic' })
    await offeredTo(bob, conversation, ann)
    expect(await reasonsFor(ann, `expertise=${glaze}`)).toEqual({ Ann: 'all expertise', Bob: 'everybody' })
    expect(await ann.send({ type: 'skills.set', operator: ann.id, languages: [], expertise: [] })).toEqual(OK)
  })

  test('[B18][RT120] who is away is asked by nobody until he does something again, and the answer of who would get it says so', async () => {
    const { ann, bob, clock } = site
    const idleOf = (who: typeof ann) =>
      site.root.live.view<'settings'>('settings')?.presences.find(({ operator }) => operator === who.id)?.idleSince ?? null
    await clock.leap(THRESHOLDS_DEFAULT.operatorAwayMs)
    await passUntil(clock, () => idleOf(ann) !== null && idleOf(bob) !== null)
    const { conversation } = await askedAt(site, 'Is anybody looking? secret')
    await pass(clock, 2000)
    expect(offerOf(ann, conversation)).toBeNull()
    const away = (await candidatesFor(ann)).filter(({ reason }) => reason === 'away')
    expect(Object.fromEntries(away.map(({ name, place, awaySince }) => [name, { place, awaySince }]))).toEqual({
      Ann: { place: null, awaySince: idleOf(ann) },
      Bob: { place: null, awaySince: idleOf(bob) },
    })
    bob.live.moved()
    await offeredTo(ann, conversation, bob)
    // Who is away is not the next one either.
    await passUntil(clock, () => offerOf(ann, conversation) === null)
    ann.live.moved()
    await offeredTo(bob, conversation, ann)
  })

  test('[B20][RT102] nobody is offered more than he may have, and room that frees takes who has waited longest', async () => {
    const { ann, bob, clock } = site
    await set(site, { atOnce: 1 })
    const held = [await askedAt(site, 'First secret'), await askedAt(site, 'Second secret')] as const
    for (const { conversation } of held) {
      const { operator } = await present(() => offerOf(ann, conversation))
      await accept(operator === ann.id ? ann : bob, conversation)
    }
    const waiting = await askedAt(site, 'Third secret')
    await pass(clock, 1000)
    const last = await askedAt(site, 'Fourth secret')
    await pass(clock, 2000)
    expect(offerOf(ann, waiting.conversation)).toBeNull()
    const bobs = held.find(({ conversation }) => {
      const phase = rowOf(ann, conversation)?.phase
      return phase?.state === 'active' && phase.operators[0]?.id === bob.id
    })
    if (!bobs) throw new Error('Bob has none')
    await bobs.vera.send({ type: 'conversation.close', conversation: bobs.conversation })
    await offeredTo(ann, waiting.conversation, bob)
    expect(offerOf(ann, last.conversation)).toBeNull()
    // An own limit is more than the channel's.
    await site.root.send({ type: 'capacity.set', operator: ann.id, channel: MAIN, atOnce: 2 })
    await offeredTo(bob, last.conversation, ann)
    await site.root.send({ type: 'capacity.set', operator: ann.id, channel: MAIN, atOnce: null })
  })

  test('[RT103] what a vanished operator held is offered again after a while, and nothing if he is back within it', async () => {
    const { ann, bob, clock } = site
    // While the databases work time goes on, and no offer is to be over meanwhile.
    await set(site, { offerMs: LONG_OFFER_MS })
    const { conversation } = await askedAt(site, 'Still there? secret')
    await accept(ann, conversation)
    ann.leave()
    await pass(clock, GRACE_MS)
    expect(rowOf(bob, conversation)?.phase.state).toBe('active')
    site.ann = await ann.again()
    await present(() => rowOf(site.ann, conversation) && isConnected(bob, ann))
    await pass(clock, 2 * GRACE_MS)
    expect(rowOf(bob, conversation)?.phase.state).toBe('active')
    site.ann.leave()
    await passUntil(clock, () => rowOf(bob, conversation)?.phase.state === 'requested')
    await offeredTo(bob, conversation, bob)
    site.ann = await site.ann.again()
    await present(() => rowOf(site.ann, conversation))
    await set(site, { offerMs: OFFER_MS })
  })

  test.each(['inbox', 'everyone'] as const)(
    '[RT103] by way of %s what a vanished operator held waits again, naming him, and is his again where nobody has taken it',
    async (assigns) => {
      const { ann, bob, clock } = site
      await set(site, { assigns })
      const [kept, taken] = [await askedAt(site, 'Where are you? secret'), await askedAt(site, 'Anybody? secret')]
      for (const { conversation } of [kept, taken]) {
        if (assigns === 'inbox') expect(await accept(ann, conversation)).toEqual(OK)
        else expect((await ann.say(conversation, 'I am. secret')).outcome).toEqual(OK)
      }
      await present(() => whose(taken.conversation) === 'active: Ann')
      ann.leave()
      await pass(clock, GRACE_MS)
      expect(whose(kept.conversation)).toBe('active: Ann')
      for (const { conversation } of [kept, taken]) await passUntil(clock, () => whose(conversation) === 'requested: Ann')
      if (assigns === 'inbox') expect(await accept(bob, taken.conversation)).toEqual(OK)
      else expect((await bob.say(taken.conversation, 'Now me. secret')).outcome).toEqual(OK)
      await site.verify()
      site.ann = await ann.again()
      await present(() => whose(kept.conversation) === 'active: Ann')
      expect(whose(taken.conversation)).toBe('active: Bob')
      site.ann.leave()
      site.ann = await site.ann.again()
      await pass(clock, 2000)
      expect(whose(taken.conversation)).toBe('active: Bob')
      await set(site, { assigns: 'automatic' })
    },
  )

  test('[RT103] where the operator is gone to whom it is offered, the next has it five seconds after its time at the latest', async () => {
    const { ann, bob, clock } = site
    const { conversation } = await askedAt(site, 'Are you there? secret')
    const { operator, until } = await present(() => offerOf(ann, conversation))
    const [goes, stays] = operator === ann.id ? [ann, bob] : [bob, ann]
    goes.leave()
    await pass(clock, until - clock.now())
    // Time stands while the databases work.
    for (let late = 0; offerOf(stays, conversation)?.operator !== stays.id; late += 1000) {
      expect(late).toBeLessThanOrEqual(5000)
      await pass(clock, 1000)
      await eventually(() => expect(offerOf(stays, conversation)?.operator).toBe(stays.id), REAL_MS).catch(() => {})
    }
    const back = await goes.again()
    if (goes === ann) site.ann = back
    else site.bob = back
    await present(() => rowOf(back, conversation))
  })

  test('[C9][RT104] where everyone may answer, whoever writes first has it', async () => {
    const { ann, bob } = site
    const before = await askedAt(site, 'Not yet secret')
    expect((await ann.say(before.conversation, 'Hm. secret')).outcome).toMatchObject({ refused: 'not-accepted' })
    await set(site, { assigns: 'everyone' })
    const { conversation } = await askedAt(site, 'Anyone? secret')
    expect((await ann.say(conversation, 'Me. secret')).outcome).toEqual(OK)
    expect((await bob.say(conversation, 'And me. secret')).outcome).toEqual(OK)
    await site.verify()
    await eventually(() =>
      expect(rowOf(ann, conversation)?.phase).toMatchObject({ state: 'active', operators: [{ name: 'Ann' }, { name: 'Bob' }] }),
    )
    await set(site, { assigns: 'automatic' })
  })

  test('[B15][RT124] who says that he is not there for visitors is not asked any longer, and the next is at once', async () => {
    const { ann, bob } = site
    const { conversation } = await askedAt(site, 'Is this a good time? secret')
    const { operator } = await present(() => offerOf(ann, conversation))
    const [asked, next] = operator === ann.id ? [ann, bob] : [bob, ann]
    expect(await asked.send({ type: 'availability.set', availability: 'internal' })).toEqual(OK)
    // Nobody has moved the clock.
    await offeredTo(next, conversation, next)
    expect(await asked.send({ type: 'availability.set', availability: 'everybody' })).toEqual(OK)
  })

  test('[RT105] what nobody has taken goes to the other channel that was named, once', async () => {
    const { ann, olaf, clock } = site
    await set(site, { assigns: 'inbox', untaken: 'moves', untakenTo: OTHER, untakenMs: 20_000 })
    const { vera, conversation } = await askedAt(site, 'Nobody?')
    await passUntil(clock, () => rowOf(ann, conversation) === undefined)
    const row = await present(() => olaf.live.view(`channel:${OTHER}`)?.rows.find(({ id }) => id === conversation))
    expect(row.phase.state).toBe('requested')
    expect(await olaf.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    await olaf.say(conversation, 'Here I am.')
    await present(() =>
      vera.live.view(`chat:${conversation}`)?.lines.some(({ body }) => body.kind === 'message' && body.text === 'Here I am.'),
    )
    await site.verify()
    await olaf.send({ type: 'conversation.close', conversation })
    await set(site, { assigns: 'automatic', untaken: 'waits' })
  })
})
