import { onEachDatabase } from '@portico/testkit/databases'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { registry } from '../registry.ts'
import { headOf, readAfter } from './log.ts'
import { must } from './must.ts'

const TAGS = '2026-11-26-tags'
const quiet = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, at: 0 }

onEachDatabase((create) => {
  test('[WR66] what was appended before entries had tags has one that no other database has', async () => {
    const databases = [await create(), await create()]
    const tags: string[] = []
    for (const database of databases) {
      const migrations = registry.migrations.filter(({ name }) => name !== TAGS)
      migrations.push({
        name: 'what was appended before',
        up: async (db) => {
          await sql`insert into topic_head (topic, position, moved_at) values ('settings', 2, 1)`.execute(db)
          await sql`insert into event_log (topic, position, at, body) values ('settings', 1, 1, '{}'), ('settings', 2, 1, '{}')`.execute(
            db,
          )
        },
      })
      await (await database.open({ registry: { ...registry, migrations }, ...quiet })).close()
      const now = [...migrations, ...registry.migrations.filter(({ name }) => name === TAGS)]
      const { reads, close } = await database.open({ registry: { ...registry, migrations: now }, ...quiet })
      const { position, tag } = await headOf(reads, 'settings')
      const after = await readAfter(reads, { topic: 'settings', point: { position: 1, tag }, limit: 9 })
      expect([position, after?.map((entry) => entry.position)]).toEqual([2, [2]])
      tags.push(tag)
      await close()
      await database.drop()
    }
    expect(must(tags[0])).toMatch(/^[\w-]{8}$/)
    expect(tags[0]).not.toBe(tags[1])
  })
})
