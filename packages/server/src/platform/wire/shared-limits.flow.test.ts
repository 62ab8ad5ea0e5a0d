import type { Solution } from '@portico/protocol/challenge'
import { challengeText, hasZeroBits } from '@portico/protocol/challenge-work'
import { createPostgres } from '@portico/testkit/test-database'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { registry } from '../../registry.ts'
import type { Db } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { postgres } from '../db/postgres.ts'
import { must } from '../must.ts'
import { readSecret } from '../secrets.ts'
import { openChallenges } from './challenges.ts'
import { openSharedLimits } from './shared-limits.ts'
import { perHour } from './token-bucket.ts'

const NODES = 3
const A_DAY = Date.UTC(2030, 0, 1)
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

  test('[ND30] of ten an hour ten go through on three nodes together, whoever’s clock is wrong, and one more for each given back', async () => {
    const nodes = Array.from({ length: NODES }, () => openSharedLimits(db).bucket({ name: 'openings', ...perHour(10) }))
    const take = () =>
      Promise.all(nodes.flatMap((node, n) => Array.from({ length: 10 }, () => node.take('10.0.0.1', A_DAY + n * 60_000))))
    const waits = await take()
    expect(waits.filter((ms) => ms === 0)).toHaveLength(10)
    for (const ms of waits.filter((each) => each > 0)) expect(ms).toBeLessThanOrEqual(6 * 60_000)
    // Their own counts are spent too: the store is not even asked.
    expect((await take()).filter((ms) => ms === 0)).toEqual([])
    await nodes[0]?.giveBack('10.0.0.1')
    expect(await nodes[0]?.take('10.0.0.1', A_DAY)).toBe(0)
    expect(await nodes[1]?.take('10.0.0.2', A_DAY)).toBe(0)
  })

  test('[ND31] a challenge that one node has set is taken by each, and by one of them once', async () => {
    const secret = await readSecret(db, 'challenges')
    const nodes = Array.from({ length: NODES }, () => openChallenges({ secret, spend: openSharedLimits(db).spend }))
    const solution = solved(must(nodes[0]).set('opening 10.0.0.1', A_DAY))
    const taken = await Promise.all(nodes.map((node) => node.take('opening 10.0.0.1', solution, A_DAY)))
    expect(taken.filter(Boolean)).toHaveLength(1)
  })
})

function solved({ puzzle, bits }: { puzzle: string; bits: number }): Solution {
  for (let number = 0; ; number++) {
    const digest = createHash('sha256').update(challengeText(puzzle, number)).digest()
    if (hasZeroBits(digest, bits)) return { puzzle, number }
  }
}
