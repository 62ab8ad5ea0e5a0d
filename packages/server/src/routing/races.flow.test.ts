import type { ChannelId, CommandId, ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import { openCast, type Cast, type OperatorCaller } from '@portico/testkit/cast'
import { configuring } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { openNode, type OtherNode } from '@portico/testkit/nodes'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite, OTHER, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system, type Actor } from '../platform/actor.ts'
import type { AnyCommand } from '../platform/capability.ts'
import type { PorticoServer } from '../server.ts'

const ROUNDS = 10
const LIMIT = 3
const REQUESTS = 12
const OFFER_MS = 60_000

/** Three nodes on PostgreSQL; a file has one. */
onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let others: OtherNode[] = []
  let servers: readonly PorticoServer[]
  let turn = 0

  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    if (site.database.name !== 'SQLite') others = [await openNode(site), await openNode(site)]
    servers = [site.server, ...others.map(({ server }) => server)]
    await cast.run({ type: 'channel.join', channel: OTHER, operator: cast.ann.id }, cast.root.actor)
  })
  afterAll(async () => {
    for (const { close } of others) await close()
    await closeSound(site)
  })

  /** Each on the next node. */
  function run(command: AnyCommand, actor: Actor, at = site.clock.now()): Promise<Outcome> {
    const server = servers[turn++ % servers.length] ?? site.server
    return server.store.road.run({ id: newId<CommandId>(at), command, actor, at })
  }
  async function asked(): Promise<ConversationId> {
    const victor = await cast.newVisitor()
    const conversation = newId<ConversationId>()
    const opening = { channel: MAIN, line: newId<LineId>(), text: 'Hi', introduction: {} }
    expect(await run({ type: 'conversation.open', conversation, ...opening }, victor.actor)).toMatchObject({ ok: true })
    return conversation
  }
  async function set(changes: Parameters<typeof configuring>[0]['changes']): Promise<void> {
    for (const command of await configuring({ ...site, channel: MAIN, changes })) await run(command, cast.root.actor)
  }
  const accept = (conversation: ConversationId, { actor }: OperatorCaller) =>
    run({ type: 'conversation.accept', conversation }, actor)
  const heldBy = async (operator: OperatorId, channel: ChannelId = MAIN) =>
    (
      await site.server.store.reads
        .selectFrom('seat')
        .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
        .select('conversation.id')
        .where('seat.operator_id', '=', operator)
        .where('seat.left_at', 'is', null)
        .where('conversation.channel_id', '=', channel)
        .execute()
    ).length
  const promised = () => site.server.store.reads.selectFrom('promised_seat').selectAll().execute()
  const stateOf = (conversation: ConversationId) =>
    site.server.store.reads
      .selectFrom('conversation')
      .select(['channel_id', 'accepted_at', 'closed_at', 'offer_id'])
      .where('id', '=', conversation)
      .executeTakeFirstOrThrow()
  const seatsIn = async (conversation: ConversationId) =>
    (
      await site.server.store.reads
        .selectFrom('seat')
        .select('operator_id')
        .where('conversation_id', '=', conversation)
        .where('left_at', 'is', null)
        .execute()
    ).map(({ operator_id }) => operator_id)
  async function endAll(conversations: readonly ConversationId[]): Promise<void> {
    for (const conversation of conversations) await run({ type: 'conversation.close', conversation }, system('conversations'))
  }

  test('[B20][CV203] by accepting, writing, taking up, being given and being offered at once nobody gets more than he may have', async () => {
    await set({ atOnce: LIMIT })
    await run({ type: 'channel.join', channel: MAIN, operator: cast.root.id }, cast.root.actor)
    const requests = await Promise.all(Array.from({ length: REQUESTS }, asked))
    const ended = requests.slice(0, 2)
    await endAll(ended)
    const others = requests.slice(2, 4)
    for (const conversation of others) await accept(conversation, cast.bob)
    const { ann, root } = cast
    const outcomes = await Promise.all([
      ...ended.map((conversation) => run({ type: 'conversation.reopen', conversation }, ann.actor)),
      ...others.map((conversation) =>
        run({ type: 'message.send', conversation, line: newId<LineId>(), text: 'Me too' }, ann.actor),
      ),
      ...requests.slice(4, 8).map((conversation) => accept(conversation, ann)),
      ...requests
        .slice(8)
        .map((conversation) => run({ type: 'conversation.assign', conversation, operator: ann.id }, root.actor)),
      ...requests
        .slice(4)
        .map((conversation) =>
          run({ type: 'conversation.offer', conversation, channel: MAIN, ranked: [ann.id], forMs: 60_000 }, system('routing')),
        ),
    ])
    expect(await heldBy(ann.id)).toBe(LIMIT)
    const refused = outcomes.filter((outcome) => !outcome.ok && outcome.refused === 'full')
    expect(refused).toHaveLength(REQUESTS - LIMIT)
    await endAll(requests)
    await set({ atOnce: null })
  })

  test('[B20][CV263][RT122] by coming to help and accepting at once nobody gets more than he may have', async () => {
    const requests = await Promise.all(Array.from({ length: REQUESTS }, asked))
    const [wanted, waiting] = [requests.slice(0, REQUESTS / 2), requests.slice(REQUESTS / 2)]
    for (const conversation of wanted) {
      await accept(conversation, cast.bob)
      await run({ type: 'status.set', conversation, status: 'help' }, cast.bob.actor)
    }
    await set({ atOnce: LIMIT })
    const outcomes = await Promise.all(
      wanted.flatMap((conversation, n) => [
        run({ type: 'help.join', conversation }, cast.ann.actor),
        accept(waiting[n] ?? conversation, cast.ann),
      ]),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(LIMIT)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refused === 'full')).toHaveLength(REQUESTS - LIMIT)
    // Whoever was let in is in it a moment later, and counts once.
    await present(async () => (await promised()).length === 0)
    expect(await heldBy(cast.ann.id)).toBe(LIMIT)
    await endAll(requests)
    await set({ atOnce: null })
  })

  test('[RT102] offers made at once on several nodes are no more than there is room for, and one for each request', async () => {
    await set({ atOnce: LIMIT })
    const requests = await Promise.all(Array.from({ length: REQUESTS }, asked))
    const offer = (conversation: ConversationId) =>
      run(
        { type: 'conversation.offer', conversation, channel: MAIN, ranked: [cast.ann.id, cast.bob.id], forMs: 60_000 },
        system('routing'),
      )
    await Promise.all([...requests, ...requests].map(offer))
    const made = await site.server.store.reads.selectFrom('offer').selectAll().where('ended_at', 'is', null).execute()
    for (const { id } of [cast.ann, cast.bob]) expect(made.filter(({ operator_id }) => operator_id === id)).toHaveLength(LIMIT)
    expect(new Set(made.map(({ conversation_id }) => conversation_id)).size).toBe(2 * LIMIT)
    await endAll(requests)
    await set({ atOnce: null })
  })

  test('[C3][RT112] what was chosen for the channel in which a request waited is not done where it has been moved meanwhile', async () => {
    const [stays, moved] = [await asked(), await asked()]
    const offer = (conversation: ConversationId) =>
      run({ type: 'conversation.offer', conversation, channel: MAIN, ranked: [cast.bob.id], forMs: OFFER_MS }, system('routing'))
    expect(await run({ type: 'conversation.move', conversation: moved, channel: OTHER }, cast.ann.actor)).toEqual({ ok: true })
    for (const conversation of [stays, moved]) expect(await offer(conversation)).toEqual({ ok: true })
    expect((await stateOf(stays)).offer_id).not.toBeNull()
    expect(await stateOf(moved)).toMatchObject({ channel_id: OTHER, offer_id: null })
    await endAll([stays, moved])
  })

  test('[C3][CV204] a request that is accepted while it is moved is in one channel, with those alone who are of it', async () => {
    const requests: ConversationId[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const conversation = await asked()
      requests.push(conversation)
      const [moved, accepted] = await Promise.all([
        run({ type: 'conversation.move', conversation, channel: OTHER }, cast.ann.actor),
        accept(conversation, cast.bob),
      ])
      expect(moved).toEqual({ ok: true })
      expect([{ ok: true }, { ok: false, refused: 'not-found' }]).toContainEqual(accepted)
      expect(await stateOf(conversation)).toMatchObject({ channel_id: OTHER, accepted_at: null })
      expect(await seatsIn(conversation)).toEqual([])
    }
    await endAll(requests)
  })

  test('[C3][CV32] who is removed from the channel while he accepts holds nothing there in the end', async () => {
    const requests: ConversationId[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const conversation = await asked()
      requests.push(conversation)
      await Promise.all([
        accept(conversation, cast.bob),
        run({ type: 'channel.leave', channel: MAIN, operator: cast.bob.id }, cast.root.actor),
      ])
      await present(async () => (await heldBy(cast.bob.id)) === 0)
      expect(await stateOf(conversation)).toMatchObject({ accepted_at: null })
      await run({ type: 'channel.join', channel: MAIN, operator: cast.bob.id }, cast.root.actor)
      // Who comes back at once has it again.
      await run({ type: 'conversation.close', conversation }, system('conversations'))
    }
    await endAll(requests)
  })

  test('[C3][RT100] an offer that is taken, declined, overtaken and over at once ends once', async () => {
    const requests: ConversationId[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const conversation = await asked()
      requests.push(conversation)
      await run(
        { type: 'conversation.offer', conversation, channel: MAIN, ranked: [cast.ann.id], forMs: OFFER_MS },
        system('routing'),
      )
      const offer = (await stateOf(conversation)).offer_id
      if (!offer) throw new Error('it was not offered')
      const outcomes = await Promise.all([
        accept(conversation, cast.bob),
        run({ type: 'conversation.lapse', conversation, offer }, system('conversations'), site.clock.now() + OFFER_MS),
        accept(conversation, cast.ann),
        run({ type: 'conversation.decline', conversation }, cast.ann.actor),
      ])
      expect([outcomes[0], outcomes[2]].filter(({ ok }) => ok)).toHaveLength(1)
      expect(await seatsIn(conversation)).toHaveLength(1)
      expect(await stateOf(conversation)).toMatchObject({ offer_id: null })
      const kept = await site.server.store.reads.selectFrom('offer').selectAll().where('id', '=', offer).executeTakeFirstOrThrow()
      expect(kept.ended_at).not.toBeNull()
    }
    await endAll(requests)
  })
})
