import { newId } from '@portico/protocol/new-id'
import { createPostgres } from '@portico/testkit/test-database'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { registry } from '../../registry.ts'
import { migrate } from '../db/migrate.ts'
import { postgres } from '../db/postgres.ts'
import type { Db } from '../db/database.ts'
import { dropLease, renewLease } from '../node-lease.ts'
import { must } from '../must.ts'
import { membersContract } from './members-contract.ts'
import { openPostgresMembers } from './postgres-members.ts'

const url = inject('postgres')

describe.skipIf(url === null)('on PostgreSQL', () => {
  let db: Db
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await createPostgres(must(url))
    db = postgres(must(database.environment['PORTICO_DATABASE']))
    await migrate(db, registry.migrations, 0)
    drop = database.drop
  })
  afterAll(async () => {
    await db.destroy()
    await drop()
  })

  membersContract('members in rows', async () => {
    const node = newId()
    await renewLease(db, node)
    const members = openPostgresMembers({ db, node })
    const renew = async () => {
      await renewLease(db, node)
      await members.renew()
    }
    return { members: { ...members, renew }, lapse: () => dropLease(db, node), close: members.close }
  })
})
