import { sql } from 'kysely'
import { createPostgres, createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import { connectTo } from '@portico/testkit/toy-road'
import { expect, inject, test } from 'vitest'
import { registry } from '../../registry.ts'
import { migrate } from '../db/migrate.ts'
import { must } from '../must.ts'

const T = Date.UTC(2026, 10, 20, 9)
const JOINED = { type: 'operator.joined', operator: { id: 'ann', name: 'Ann' }, email: 'ann@example.org', channels: ['main'] }
const LEFT = { type: 'channel.left', operator: 'bob', channel: 'main' }

const postgres = inject('postgres')
const DATABASES: [string, (() => Promise<TestDatabase>) | undefined][] = [
  ['SQLite', () => createSqlite()],
  ['PostgreSQL', postgres === null ? undefined : () => createPostgres(postgres)],
]

// Empty ones: those of the other tests have all migrations.
for (const [name, create] of DATABASES)
  test.skipIf(!create)(
    `[JB10] on ${name} what waited in the tables of before waits on, and of its events only ids are kept`,
    async () => {
      const database = await must(create)()
      const db = connectTo(database)
      await migrate(
        db,
        registry.migrations.filter(({ name }) => name !== '2026-11-26-jobs'),
        T,
      )
      const bear = JSON.stringify({ type: 'conversation.bear-with-us', conversation: 'one' })
      await sql`insert into due (key, id, capability, at, command) values ('bear-with-us:one', 'bear-with-us:one', 'conversations', ${T}, ${bear})`.execute(
        db,
      )
      for (const [id, capability, event] of [
        ['one', 'channels', JOINED],
        ['two', 'conversations', LEFT],
      ] as const)
        await sql`insert into reaction (id, capability, subject, event, depth, tries, next_at, parked_at)
        values (${id}, ${capability}, 'operator:root', ${JSON.stringify(event)}, 1, 2, ${T}, null)`.execute(db)

      await migrate(db, registry.migrations, T)
      const jobs = await db.selectFrom('job').select(['kind', 'what', 'key', 'body']).orderBy('kind').orderBy('what').execute()
      expect(jobs.map((job) => ({ ...job, body: JSON.parse(job.body) as object }))).toEqual([
        { kind: 'due', what: 'conversation.bear-with-us', key: 'bear-with-us:one', body: JSON.parse(bear) as object },
        { kind: 'reaction', what: 'channel.left', key: null, body: { operator: 'bob', channel: 'main' } },
        { kind: 'reaction', what: 'operator.joined', key: null, body: { operator: 'ann', channels: ['main'] } },
      ])
      expect(await db.selectFrom('job_line').selectAll().execute()).toHaveLength(3)
      await db.destroy()
      await database.drop()
    },
  )
