import type { ConversationId } from '@portico/protocol/ids'
import { pass } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registry } from '../registry.ts'
import { askedAt, expectNothingLeaked, rowOf } from './testing-desk.ts'

const MOMENT_MS = 2000
const NEW = '2026-11-26-seats'
const quiet = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, at: 0 }

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(async () => {
    expectNothingLeaked(site)
    await site.close()
  })

  const seatsIn = (conversation: ConversationId) =>
    site.server.store.reads
      .selectFrom('seat')
      .select(['name', 'level', 'came_by', 'joined_at', 'left_at'])
      .where('conversation_id', '=', conversation)
      .orderBy('joined_ordinal')
      .execute()

  test('[CV200] each stay is kept: who comes back has another, and the end ends them all', async () => {
    const { ann, bob, clock } = site
    const { vera, conversation } = await askedAt(site, 'Who was here? secret')
    const began = clock.now()
    await ann.send({ type: 'conversation.accept', conversation })
    await pass(clock, MOMENT_MS)
    await bob.say(conversation, 'Let me help. secret')
    await ann.send({ type: 'channel.leave', channel: MAIN, operator: ann.id })
    await pass(clock, MOMENT_MS)
    await site.verify()
    await ann.send({ type: 'channel.join', channel: MAIN, operator: ann.id })
    await pass(clock, MOMENT_MS)
    const back = clock.now() - MOMENT_MS
    await bob.send({ type: 'conversation.close', conversation })
    const ended = clock.now()
    const stays = await seatsIn(conversation)
    expect(stays).toMatchObject([
      { name: 'Ann', came_by: 'accept', level: 'owner', joined_at: began },
      { name: 'Bob', came_by: 'writing', joined_at: began + MOMENT_MS, left_at: ended },
      { name: 'Ann', came_by: 'return', left_at: ended },
    ])
    expect(stays[0]?.left_at).toBeLessThan(stays[2]?.joined_at ?? 0)
    expect(stays[2]?.joined_at).toBeLessThanOrEqual(back + MOMENT_MS)
    await pass(clock, MOMENT_MS)
    await vera.send({ type: 'conversation.reopen', conversation })
    await site.verify()
    expect(rowOf(bob, conversation)?.phase).toMatchObject({ state: 'requested', before: [{ name: 'Bob' }, { name: 'Ann' }] })
    expect(await seatsIn(conversation)).toEqual(stays)
    await bob.send({ type: 'conversation.accept', conversation })
    await site.verify()
    expect(rowOf(ann, conversation)?.phase).toMatchObject({ state: 'active', operators: [{ name: 'Bob' }] })
  })
})

onEachDatabase((create) => {
  test('[CV201] who was in conversations before there were seats has one in each, until its end', async () => {
    const database = await create()
    const migrations = registry.migrations.filter(({ name }) => name !== NEW)
    migrations.push({
      name: 'what was written before',
      up: async (db) => {
        for (const id of ['ann', 'bob'])
          await sql`insert into operator (id, name, email, role, password_hash, joined_at)
            values (${id}, ${id}, ${`${id}@example.org`}, 'operator', '', 1)`.execute(db)
        for (const [id, closedAt] of [
          ['ended', 90],
          ['open', null],
        ])
          await sql`insert into conversation (id, channel_id, visitor_id, opened_at, begun_at, accepted_at, closed_at, closed_by,
            last_ordinal, visitor_lines, visitor_read, seen_ordinal, moved_at, excerpt)
            values (${id}, 'main', 'v1', 1, 1, 2, ${closedAt}, 'visitor', 3, 1, 0, 0, 1, '')`.execute(db)
        for (const [conversation, operator, ordinal, left] of [
          ['ended', 'ann', 5, null],
          ['ended', 'bob', 2, 40],
          ['open', 'ann', 2, null],
        ])
          await sql`insert into participant (conversation_id, operator_id, name, joined_at, joined_ordinal, left_at)
            values (${conversation}, ${operator}, ${operator}, 3, ${ordinal}, ${left})`.execute(db)
      },
    })
    await (await database.open({ registry: { ...registry, migrations }, ...quiet })).close()
    const now = [...migrations, ...registry.migrations.filter(({ name }) => name === NEW)]
    const { reads, close } = await database.open({ registry: { ...registry, migrations: now }, ...quiet })
    try {
      const rows = await reads
        .selectFrom('seat')
        .select(['conversation_id', 'operator_id', 'kind', 'level', 'came_by', 'left_at'])
        .orderBy('conversation_id')
        .orderBy('joined_ordinal')
        .execute()
      const seat = { kind: 'operator', level: 'owner' }
      expect(rows).toEqual([
        { ...seat, conversation_id: 'ended', operator_id: 'bob', came_by: 'accept', left_at: 40 },
        { ...seat, conversation_id: 'ended', operator_id: 'ann', came_by: 'writing', left_at: 90 },
        { ...seat, conversation_id: 'open', operator_id: 'ann', came_by: 'accept', left_at: null },
      ])
    } finally {
      await close()
      await database.drop()
    }
  })
})
