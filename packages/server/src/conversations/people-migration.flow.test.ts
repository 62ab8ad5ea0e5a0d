import { onEachDatabase } from '@portico/testkit/databases'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { registry } from '../registry.ts'

const NEW = ['2026-11-26-unanswered-since', '2026-11-26-visitors-by-name']
const quiet = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, at: 0 }

onEachDatabase((create) => {
  test('[VI69][CV60] visitors, and who waits for an answer, are known of conversations that there were before', async () => {
    const database = await create()
    const migrations = registry.migrations.filter(({ name }) => !NEW.includes(name))
    migrations.push({
      name: 'what was written before',
      up: async (db) => {
        for (const [id, visitor, name, email] of [
          ['c1', 'v1', 'Vera Old', 'vera@shop.example'],
          ['c2', 'v1', 'Véra', null],
          ['c3', 'v2', null, null],
        ])
          await sql`insert into conversation (id, channel_id, visitor_id, opened_at, last_ordinal, visitor_lines, visitor_read,
            seen_ordinal, moved_at, excerpt, visitor_name, visitor_email)
            values (${id}, 'main', ${visitor}, 1, 3, 1, 0, 0, 1, '', ${name}, ${email})`.execute(db)
        for (const [conversation, ordinal, author, by] of [
          ['c1', 1, 'visitor', null],
          ['c1', 2, 'operator', 'ann'],
          ['c2', 1, 'visitor', null],
          ['c2', 2, 'operator', 'ann'],
          ['c2', 3, 'visitor', null],
          ['c2', 4, 'visitor', null],
        ])
          await sql`insert into line (id, conversation_id, ordinal, audience, author_kind, author_id, kind, text, at)
            values (${`${conversation}-${ordinal}`}, ${conversation}, ${ordinal}, 'all', ${author}, ${by}, 'message', 'x', ${ordinal})`.execute(
            db,
          )
      },
    })
    await (await database.open({ registry: { ...registry, migrations }, ...quiet })).close()
    const now = [...migrations, ...registry.migrations.filter(({ name }) => NEW.includes(name))]
    const { reads, close } = await database.open({ registry: { ...registry, migrations: now }, ...quiet })
    try {
      expect(await reads.selectFrom('visitor').select(['id', 'name', 'email', 'said_name']).execute()).toEqual([
        { id: 'v1', name: 'Véra', email: 'vera@shop.example', said_name: 'Véra' },
      ])
      const words = await reads.selectFrom('visitor_word').select('word').orderBy('word').execute()
      expect(words.map(({ word }) => word)).toEqual(['example', 'shop', 'vera', 'vera@shop.example'])
      const rows = reads.selectFrom('conversation').select(['id', 'said_by', 'unanswered_at']).orderBy('id')
      expect(await rows.execute()).toEqual([
        { id: 'c1', said_by: 'ann', unanswered_at: null },
        { id: 'c2', said_by: null, unanswered_at: 3 },
        { id: 'c3', said_by: null, unanswered_at: null },
      ])
    } finally {
      await close()
      await database.drop()
    }
  })
})
