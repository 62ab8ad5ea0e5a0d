// Three nodes on one PostgreSQL, each a process of its own, in real time; a file has one, which is killed and comes back.
import { setTimeout } from 'node:timers/promises'
import type { DraftedHours } from '@portico/protocol/hours'
import type { ConversationId, HoursId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import type { Operator, Visitor } from '@portico/testkit/person'
import { MAIN } from '@portico/testkit/person'
import { OTHER } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../platform/must.ts'
import { openDeskNodes, type DeskNodes } from './testing-desk-nodes.ts'
import { offerOf } from './testing-routing.ts'
import { GRACE_MS } from './writes.ts'

const ROUNDS = 10
const LIMIT = 3
const REQUESTS = 12
const OFFER_MS = 5000
const LATE_MS = 5000
/** What a node that has ended held of the work that comes later is taken over after as long. */
const LEASE_MS = 30_000
const SILENT_MS = 12_000
const LOOK_MS = 20
const BURST = 30
const KILLS = 6
const KILLED_MS_MAX = 800
const MINUTE_MS = 60_000
const OK = { ok: true }

onEachDatabase((create) => {
  let desk: DeskNodes
  let asked = 0
  beforeAll(async () => {
    desk = await openDeskNodes(await create())
    await desk.set({
      assigns: 'automatic',
      offerMs: OFFER_MS,
      prefersPrevious: false,
      restsAfterNew: false,
      bearWithUsAfterMs: 0,
    })
  })
  afterAll(() => desk.close())

  async function ask(): Promise<{ conversation: ConversationId; vera: Visitor }> {
    const vera = await desk.visit(`Vera ${asked++}`)
    const { conversation, outcome } = await vera.open('Is anybody there?')
    expect(outcome).toMatchObject(OK)
    return { conversation, vera }
  }
  const accept = (by: Operator, conversation: ConversationId) => by.send({ type: 'conversation.accept', conversation })
  const seatsOf = (conversation: ConversationId) =>
    desk.db.selectFrom('seat').select(['operator_id', 'left_at']).where('conversation_id', '=', conversation).execute()
  const offersOf = (conversation: ConversationId) =>
    desk.db.selectFrom('offer').selectAll().where('conversation_id', '=', conversation).orderBy('at').orderBy('id').execute()
  const rowOf = (conversation: ConversationId) =>
    desk.db.selectFrom('conversation').selectAll().where('id', '=', conversation).executeTakeFirstOrThrow()
  const heldBy = async (operator: OperatorId) =>
    (
      await desk.db
        .selectFrom('seat')
        .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
        .select('seat.id')
        .where('seat.operator_id', '=', operator)
        .where('seat.left_at', 'is', null)
        .where('seat.level', '!=', 'observer')
        .where('conversation.channel_id', '=', MAIN)
        .execute()
    ).length

  async function endAll(talks: readonly { vera: Visitor; conversation: ConversationId }[]): Promise<void> {
    await Promise.all(talks.map(({ vera, conversation }) => vera.send({ type: 'conversation.close', conversation })))
    for (const { vera } of talks) vera.leave()
  }

  test('[B20][RT102] by accepting, dispatch, coming to help and being given at once nobody gets more than he may have', async () => {
    await desk.set({ atOnce: LIMIT })
    for (let round = 0; round < ROUNDS; round++) {
      const [ann, bob, carla] = desk.operators().map(must)
      const [one, two, ...others] = await Promise.all(Array.from({ length: REQUESTS }, ask))
      for (const { conversation } of [must(one), must(two)]) {
        expect(await accept(must(carla), conversation)).toEqual(OK)
        expect(await must(carla).send({ type: 'status.set', conversation, status: 'help' })).toEqual(OK)
      }
      await Promise.all([
        ...others.flatMap(({ conversation }) => [accept(must(ann), conversation), accept(must(bob), conversation)]),
        ...others.map(({ conversation }) =>
          desk.root().send({ type: 'conversation.assign', conversation, operator: must(carla).id }),
        ),
        ...[must(one), must(two)].flatMap(({ conversation }) =>
          [must(ann), must(bob)].map((by) => by.send({ type: 'help.join', conversation })),
        ),
      ])
      for (const { id, name } of desk.operators()) expect(await heldBy(id), `held by ${name}`).toBeLessThanOrEqual(LIMIT)
      const held = await Promise.all(desk.operators().map(({ id }) => heldBy(id)))
      expect(held.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(2 * LIMIT)
      await endAll([must(one), must(two), ...others])
    }
    await desk.set({ atOnce: null })
  })

  test('[C3][CV204] a request that is accepted while it is moved is in one channel, and held by nobody who is not of it', async () => {
    const [ann, bob] = desk.operators()
    for (let round = 0; round < ROUNDS; round++) {
      const talk = await ask()
      const { conversation } = talk
      const [moved] = await Promise.all([
        must(ann).send({ type: 'conversation.move', conversation, channel: OTHER }),
        accept(must(bob), conversation),
      ])
      expect(moved).toEqual(OK)
      expect(await rowOf(conversation)).toMatchObject({ channel_id: OTHER, accepted_at: null, offer_id: null })
      expect((await seatsOf(conversation)).filter(({ left_at }) => left_at === null)).toEqual([])
      await endAll([talk])
    }
  })

  test('[C3][CV32] who is removed from the channel while he accepts holds nothing there in the end', async () => {
    const bob = must(desk.operators()[1])
    for (let round = 0; round < ROUNDS; round++) {
      const talk = await ask()
      await Promise.all([
        accept(bob, talk.conversation),
        desk.root().send({ type: 'channel.leave', channel: MAIN, operator: bob.id }),
      ])
      await eventually(async () => expect(await heldBy(bob.id)).toBe(0))
      // Who comes back at once has again what he left.
      await endAll([talk])
      expect(await desk.root().send({ type: 'channel.join', channel: MAIN, operator: bob.id })).toEqual(OK)
    }
  })

  test('[C3][RT100] accepted in the moment in which an offer is over a request has one operator, and each offer one end', async () => {
    const talks = await Promise.all(Array.from({ length: ROUNDS }, ask))
    await Promise.all(
      talks.map(async ({ conversation }) => {
        const { operator, until } = await present(() => offerOf(desk.root(), conversation))
        const [to, others] = [
          desk.operators().filter(({ id }) => id === operator),
          desk.operators().filter(({ id }) => id !== operator),
        ]
        await setTimeout(Math.max(0, until - Date.now()))
        await Promise.all([...to, ...others].map((by) => accept(by, conversation)))
        expect(await seatsOf(conversation)).toHaveLength(1)
        const offers = await offersOf(conversation)
        expect(offers.filter(({ ended_at }) => ended_at === null)).toEqual([])
      }),
    )
    await endAll(talks)
  })

  test('[RT103] where the operator ends to whom it is offered, the next has it five seconds after its time at the latest', async () => {
    const talk = await ask()
    const offer = await present(() => offerOf(desk.root(), talk.conversation))
    const gone = must(desk.operators().find(({ id }) => id === offer.operator))
    desk.vanish(gone)
    const next = await present(() => {
      const now = offerOf(desk.root(), talk.conversation)
      return now && now.operator !== gone.id && now
    })
    expect(Date.now()).toBeLessThanOrEqual(offer.until + LATE_MS)
    expect((await offersOf(talk.conversation)).map(({ operator_id }) => operator_id)).toEqual([gone.id, next.operator])
    await desk.comeBack(gone)
    await endAll([talk])
  })

  test('[RT100][RT103][ND22] of a node that is killed its offers go to the next, once each, and what its operator held when he does not come back', async () => {
    const held = await ask()
    const ann = must(desk.operators()[0])
    expect(await accept(ann, held.conversation)).toEqual(OK)
    const talks = await Promise.all(Array.from({ length: ROUNDS }, ask))
    await Promise.all(talks.map(({ conversation }) => present(() => offerOf(desk.root(), conversation))))
    const node = desk.nodeOf(ann)
    if (desk.nodes > 1) desk.vanish(ann)
    await desk.kill(node)
    const killedAt = Date.now()
    if (desk.nodes === 1) await desk.restart(node)
    await Promise.all(
      talks.map(async ({ conversation }) => {
        await eventually(
          async () => {
            const offers = await offersOf(conversation)
            expect(offers.length).toBeGreaterThan(1)
          },
          OFFER_MS + LEASE_MS + LATE_MS,
        )
        const asked = (await offersOf(conversation)).map(({ operator_id }) => operator_id)
        expect(new Set(asked).size).toBe(asked.length)
      }),
    )
    if (desk.nodes === 1) {
      // He was back at once.
      await setTimeout(killedAt + GRACE_MS + LATE_MS - Date.now())
      expect(await heldBy(ann.id)).toBe(1)
    } else {
      await eventually(async () => expect(await heldBy(ann.id)).toBe(0), SILENT_MS + GRACE_MS + LEASE_MS)
      expect(Date.now() - killedAt).toBeGreaterThan(GRACE_MS)
      await eventually(async () => expect((await offersOf(held.conversation)).length).toBeGreaterThan(1), LEASE_MS)
      await desk.restart(node)
      await desk.comeBack(ann)
    }
    await endAll([held, ...talks])
  })

  test('[JB3][RT100] whichever node is killed in a rush, each request is taken once, and none is forgotten', async () => {
    const stop = desk.operators().map((operator) => takeAll(operator))
    for (let kill = 0; kill < KILLS; kill++) {
      const talks = await Promise.all(
        Array.from({ length: BURST }, async () => ({ vera: await desk.visit(`Victor ${asked++}`) })),
      )
      // Who says something to a node that ends says it again to the next.
      const opened = Promise.all(talks.map(async ({ vera }) => ({ vera, conversation: (await vera.open('Quick')).conversation })))
      await setTimeout((kill / KILLS) * KILLED_MS_MAX)
      await desk.kill(kill % desk.nodes)
      await desk.restart(kill % desk.nodes)
      const all = await opened
      for (const { conversation } of all) {
        await eventually(async () => expect(await seatsOf(conversation)).toHaveLength(1), OFFER_MS + LEASE_MS + MINUTE_MS)
        const offers = await offersOf(conversation)
        expect(offers.filter(({ how }) => how === 'taken').length).toBeLessThanOrEqual(1)
        expect(offers.filter(({ ended_at }) => ended_at === null)).toEqual([])
      }
      await endAll(all)
    }
    for (const each of stop) each()
  })

  test('[WS31][JB3] that a channel closes and opens is told once, also where a node is killed before', async () => {
    const vera = await desk.visit('Vera')
    const hours = newId<HoursId>()
    const closes = Math.ceil((Date.now() + MINUTE_MS / 3) / MINUTE_MS) * MINUTE_MS
    const saved = { type: 'hours.save', hours, of: 0, ...closedAMinute(closes) } as const
    expect(await desk.root().send(saved)).toEqual(OK)
    await desk.set({ hours })
    const states: string[] = []
    const note = () => {
      const state = vera.live.view(`lobby:${MAIN}`)?.hours?.state
      if (state !== undefined && states.at(-1) !== state) states.push(state)
    }
    const stop = vera.live.subscribe(note)
    await eventually(() => (note(), expect(states).toEqual(['open'])))
    await setTimeout(closes - 2000 - Date.now())
    await desk.kill(desk.nodes - 1)
    if (desk.nodes === 1) await setTimeout(closes + 1000 - Date.now())
    await desk.restart(desk.nodes - 1)
    await eventually(() => expect(states).toEqual(['open', 'closed']), closes + LEASE_MS + LATE_MS - Date.now())
    await eventually(() => expect(states).toEqual(['open', 'closed', 'open']), closes + MINUTE_MS + LATE_MS - Date.now())
    const told = await desk.db.selectFrom('event_log').select('body').where('topic', '=', `lobby:${MAIN}`).execute()
    const ofHours = told.map(({ body }) => body).filter((body) => body.includes('"part":"hours"'))
    expect(ofHours.map((body) => (body.includes('"closed"') ? 'closed' : 'open'))).toEqual(['open', 'closed', 'open'])
    stop()
    await desk.set({ hours: null })
  })

  test('no node complains of anything', () => expect(desk.faults()).toEqual([]))

  /** Takes whatever is offered to him, and ends it. */
  function takeAll(operator: Operator): () => void {
    const taken = new Set<ConversationId>()
    const timer = setInterval(() => {
      for (const { id, offer } of operator.live.view(`channel:${MAIN}`)?.rows ?? []) {
        if (offer?.operator !== operator.id || taken.has(id)) continue
        taken.add(id)
        void accept(operator, id).then(() => operator.send({ type: 'conversation.close', conversation: id }))
      }
    }, LOOK_MS)
    return () => clearInterval(timer)
  }
})

/** Open all day but for the minute from then on. */
function closedAMinute(closes: number): DraftedHours {
  // Where it is neither shortly before midnight nor after.
  const zone = [0, 23].includes(new Date(closes).getUTCHours()) ? 'Pacific/Honolulu' : 'UTC'
  const at = (instant: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(instant)
  const ends = 'same-day' as const
  const day = [
    { from: '00:00', to: at(closes), ends },
    { from: at(closes + MINUTE_MS), to: '24:00', ends },
  ]
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day }
  return { name: 'But for a minute', zone, week, days: [] }
}
