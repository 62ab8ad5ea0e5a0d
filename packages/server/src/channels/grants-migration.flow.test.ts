import { onEachDatabase } from '@portico/testkit/databases'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { registry } from '../registry.ts'

const GRANTS = '2026-11-26-channel-grants'
const quiet = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, at: 0 }

onEachDatabase((create) => {
  test('[CH205] who was a member before there were levels is an owner and a member', async () => {
    const database = await create()
    const migrations = registry.migrations.filter(({ name }) => name !== GRANTS)
    migrations.push({
      name: 'who was a member before',
      up: async (db) => {
        for (const name of ['ann', 'bob'])
          await sql`insert into operator (id, name, email, password_hash, role, joined_at)
            values (${name}, ${name}, ${`${name}@example.org`}, 'x', 'operator', 1)`.execute(db)
        await sql`insert into channel_member (channel_id, operator_id, joined_at) values ('main', 'ann', 7)`.execute(db)
      },
    })
    await (await database.open({ registry: { ...registry, migrations }, ...quiet })).close()

    const now = [...migrations, ...registry.migrations.filter(({ name }) => name === GRANTS)]
    const { reads, close } = await database.open({ registry: { ...registry, migrations: now }, ...quiet })
    try {
      expect(await reads.selectFrom('channel_grant').selectAll().execute()).toEqual([
        { channel_id: 'main', holder_kind: 'operator', holder_id: 'ann', level: 'owner', by: null, at: 7 },
      ])
      expect(await reads.selectFrom('channel_member').select('operator_id').execute()).toEqual([{ operator_id: 'ann' }])
    } finally {
      await close()
      await database.drop()
    }
  })
})
