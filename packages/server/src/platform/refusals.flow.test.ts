// What becomes of refusals: they cost anybody nothing to get, so they must cost the server next to nothing to keep.
import type { CommandId, ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorName, type Actor } from './actor.ts'
import type { AnyCommand } from './capability.ts'
import { REFUSALS_KEPT_MS, REFUSALS_PER_ACTOR } from './outcomes.ts'

const MINUTE_MS = 60_000

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
  })
  afterAll(() => closeSound(site))

  test('[WR46] of a person’s refusals the newest hundred are kept, for an hour', async () => {
    const { actor } = await cast.newVisitor()
    const conversation = await open(actor)
    await send(actor, { type: 'conversation.close', conversation })
    for (let i = 0; i < REFUSALS_PER_ACTOR + 20; i++) {
      expect(await send(actor, message(conversation))).toEqual({ ok: false, refused: 'closed' })
      await site.clock.move(1)
    }
    expect(await refusalsOf(actor)).toBe(REFUSALS_PER_ACTOR)
    await site.clock.leap(REFUSALS_KEPT_MS + 1)
    await site.server.store.road.trim(site.clock.now())
    expect(await refusalsOf(actor)).toBe(0)
  })

  test('[WR46] what is not there or not his leaves no row, and its twin is answered alike though it has become his meanwhile', async () => {
    const olaf = cast.olaf.actor
    const id = newId<CommandId>(site.clock.now())
    const vera = await cast.newVisitor()
    const command = { type: 'conversation.accept', conversation: await open(vera.actor) } as const
    const ask = () => site.server.store.road.run({ id, command, actor: olaf, at: site.clock.now() })
    expect(await ask()).toEqual({ ok: false, refused: 'not-found' })
    expect(await refusalsOf(olaf)).toBe(0)
    await cast.run({ type: 'channel.join', channel: MAIN, operator: cast.olaf.id }, cast.root.actor)
    await site.clock.move(MINUTE_MS)
    expect(await ask()).toEqual({ ok: false, refused: 'not-found' })
    expect(await send(olaf, command)).toEqual({ ok: true })
    await cast.run({ type: 'channel.leave', channel: MAIN, operator: cast.olaf.id }, cast.root.actor)
  })

  async function open(actor: Actor): Promise<ConversationId> {
    const conversation = newId<ConversationId>()
    const line = newId<LineId>()
    const opened = await send(actor, {
      type: 'conversation.open',
      conversation,
      channel: MAIN,
      line,
      text: 'Hi',
      introduction: {},
    })
    expect(opened).toMatchObject({ ok: true })
    return conversation
  }

  const send = (actor: Actor, command: AnyCommand) => cast.run(command, actor)

  async function refusalsOf(actor: Actor): Promise<number> {
    const rows = await site.server.store.reads
      .selectFrom('command_outcome')
      .select('outcome')
      .where('actor', '=', actorName(actor))
      .execute()
    return rows.filter(({ outcome }) => outcome.includes('"ok":false')).length
  }
})

const message = (conversation: ConversationId): AnyCommand => ({
  type: 'message.send',
  conversation,
  line: newId<LineId>(),
  text: 'Hello?',
})
