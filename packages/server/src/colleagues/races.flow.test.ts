// What two may do at once: whatever comes first, nobody is left alone and nothing is done twice.
import type { ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type OperatorCaller, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openSite, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversationSnapshot } from '../conversations/snapshots.ts'
import { system } from '../platform/actor.ts'

const ROUNDS = 25
const OK = { ok: true }

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let carl: OperatorCaller
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    carl = await cast.newOperator('Carl', 'operator', [MAIN])
    for (const { id, actor } of [cast.ann, cast.bob, carl]) {
      await cast.run({ type: 'operator.appear', operator: id, node: 'here' }, system('presence'))
      await cast.run({ type: 'availability.set', availability: 'everybody' }, actor)
    }
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  /** Ann's, and others' who have come. */
  async function running(victor: VisitorCaller, ...others: OperatorCaller[]): Promise<ConversationId> {
    const conversation = newId<ConversationId>()
    const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
    await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
    expect(await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)).toEqual(OK)
    for (const { id } of others)
      await cast.run({ type: 'conversation.come', conversation, operator: id, level: 'participant' }, system('conversations'))
    return conversation
  }

  const seatsIn = (conversation: ConversationId) =>
    site.server.store.reads
      .selectFrom('seat')
      .select(['operator_id', 'level'])
      .where('conversation_id', '=', conversation)
      .where('left_at', 'is', null)
      .execute()
  const shown = async (conversation: ConversationId) => conversationSnapshot(site.server.store.reads, conversation)
  const rounds = async (round: (victor: VisitorCaller) => Promise<void>) => {
    for (let n = 0; n < ROUNDS; n++) await round(await cast.newVisitor())
  }

  test('[IV6][E31] two leave at once: one stays with the visitor, and is told why', async () => {
    await rounds(async (victor) => {
      const conversation = await running(victor, cast.bob)
      const leaving = [cast.ann, cast.bob].map(({ actor }) => cast.run({ type: 'conversation.leave', conversation }, actor))
      const outcomes = await Promise.all(leaving)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refused: 'alone' })
      expect(await seatsIn(conversation)).toHaveLength(1)
      expect((await shown(conversation))?.phase).toMatchObject({ state: 'active', operators: [{}] })
    })
  })

  test('[IV7] it is handed over to two at once: one has it, and the other time it is not the giver’s any more', async () => {
    await rounds(async (victor) => {
      const conversation = await running(victor)
      const give = (operator: OperatorId) =>
        cast.run({ type: 'conversation.hand-over', conversation, operator, line: newId<LineId>() }, cast.ann.actor)
      const outcomes = await Promise.all([give(cast.bob.id), give(carl.id)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      const has = outcomes[0]?.ok ? cast.bob : carl
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refused: 'taken', by: { id: has.id } })
      expect(await seatsIn(conversation)).toMatchObject([{ operator_id: has.id }])
    })
  })

  test('[IV1][IV3] who invites leaves at once: either he was still in it, or nobody is invited', async () => {
    await rounds(async (victor) => {
      const conversation = await running(victor, cast.bob)
      const [invited, left] = await Promise.all([
        cast.run({ type: 'colleague.invite', conversation, operator: carl.id, level: 'participant' }, cast.bob.actor),
        cast.run({ type: 'conversation.leave', conversation }, cast.bob.actor),
      ])
      expect(left).toEqual(OK)
      const asked = await site.server.store.reads
        .selectFrom('invited_colleague')
        .select('operator_id')
        .where('conversation_id', '=', conversation)
        .execute()
      expect(asked).toHaveLength(invited.ok ? 1 : 0)
      if (!invited.ok) expect(invited).toMatchObject({ refused: 'forbidden' })
      expect(await seatsIn(conversation)).toMatchObject([{ operator_id: cast.ann.id }])
    })
  })

  test('[IV3] it ends while the invited accepts: nobody sits in it, nobody is asked, and no place is taken', async () => {
    await rounds(async (victor) => {
      const conversation = await running(victor)
      await cast.run({ type: 'colleague.invite', conversation, operator: cast.bob.id, level: 'participant' }, cast.ann.actor)
      await Promise.all([
        cast.run({ type: 'colleague.join', conversation, level: 'participant' }, cast.bob.actor),
        cast.run({ type: 'conversation.close', conversation }, cast.ann.actor),
      ])
      await eventually(async () => {
        const { reads } = site.server.store
        const asked = await reads
          .selectFrom('invited_colleague')
          .select('at')
          .where('conversation_id', '=', conversation)
          .execute()
        const promised = await reads
          .selectFrom('promised_seat')
          .select('operator_id')
          .where('conversation_id', '=', conversation)
          .execute()
        expect([asked, promised, await seatsIn(conversation)]).toEqual([[], [], []])
      })
    })
  })

  test('[CV7] the visitor writes while it is ended: what was accepted stands before the end', async () => {
    await rounds(async (victor) => {
      const conversation = await running(victor)
      const [sent] = await Promise.all([
        cast.run({ type: 'message.send', conversation, line: newId<LineId>(), text: 'One more' }, victor.actor),
        cast.run({ type: 'conversation.close', conversation }, cast.ann.actor),
      ])
      const lines = (await shown(conversation))?.lines ?? []
      expect(lines.at(-1)?.body).toMatchObject({ notice: 'closed' })
      expect(lines.filter(({ body }) => body.kind === 'message')).toHaveLength(sent.ok ? 2 : 1)
      if (!sent.ok) expect(sent).toMatchObject({ refused: 'closed' })
    })
  })
})
