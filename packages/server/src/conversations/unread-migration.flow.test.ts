import { onEachDatabase } from '@portico/testkit/databases'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { registry } from '../registry.ts'

const UNREAD = '2026-11-20-unread-counts'
const quiet = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, at: 0 }

onEachDatabase((create) => {
  test('[CV9] what was written before unread messages were counted is counted when the server starts', async () => {
    const database = await create()
    const migrations = registry.migrations.filter(({ name }) => name !== UNREAD)
    migrations.push({
      name: 'what was written before',
      up: async (db) => {
        await sql`insert into conversation (id, channel_id, visitor_id, opened_at, last_ordinal, visitor_ordinal, visitor_read,
          seen_ordinal, moved_at, excerpt) values ('c', 'main', 'v', 1, 5, 5, 0, 0, 1, '')`.execute(db)
        await sql`insert into operator (id, name, email, password_hash, role, joined_at)
          values ('ann', 'Ann', 'ann@example.org', 'x', 'operator', 1)`.execute(db)
        const lines = ['visitor', 'operator', 'visitor', 'system', 'visitor'].map((author, i) => ({ author, ordinal: i + 1 }))
        for (const { author, ordinal } of lines) {
          await sql`insert into line (id, conversation_id, ordinal, audience, author_kind, kind, text, at)
            values (${`l${ordinal}`}, 'c', ${ordinal}, 'all', ${author}, ${author === 'system' ? 'notice' : 'message'}, 'x', 1)`.execute(
            db,
          )
        }
        await sql`insert into read_mark (operator_id, conversation_id, ordinal, at) values ('ann', 'c', 4, 1)`.execute(db)
        await sql`insert into event_log (topic, position, at, body) values ('operator:ann', 1, 1, '{}')`.execute(db)
      },
    })
    await (await database.open({ registry: { ...registry, migrations }, ...quiet })).close()

    const now = [...migrations, ...registry.migrations.filter(({ name }) => name === UNREAD)]
    const { reads, close } = await database.open({ registry: { ...registry, migrations: now }, ...quiet })
    try {
      expect(await reads.selectFrom('conversation').select('visitor_lines').execute()).toEqual([{ visitor_lines: 3 }])
      expect(await reads.selectFrom('read_mark').select(['ordinal', 'visitor_lines']).execute()).toEqual([
        { ordinal: 4, visitor_lines: 2 },
      ])
      expect(await reads.selectFrom('event_log').selectAll().execute()).toEqual([])
    } finally {
      await close()
      await database.drop()
    }
  })
})
