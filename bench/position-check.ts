import { performance } from 'node:perf_hooks'
import type { Topic } from '@portico/protocol/topics'
import { headCheck } from '@portico/server/platform/wire/check-heads'
import { openHub } from '@portico/server/platform/wire/hub'
import type { Session } from '@portico/server/platform/wire/session'
import { startCluster } from '@portico/testkit/postgres-cluster'
import { raiseHeads } from '@portico/testkit/raise-heads'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { createPostgres, createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import { median } from './load/percentile.ts'
import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'

const ROUNDS = 9
const DIGITS = 7
const YOUNG = { heads: 10_000, listened: 5000 }
const OLD = { heads: 1_000_000, listened: 50_000 }
const RAISED_AT_ONCE = 100_000
const MOVED = 200

/** How long a check of positions keeps the loop of a node, on a site that has grown old beside a young one. */
export const run: Bench = async (surroundings) => {
  const measures = [await measureOn(await createSqlite(), surroundings)]
  const cluster = await startCluster()
  if (cluster === undefined) {
    surroundings.progress('no PostgreSQL here')
    return measures
  }
  try {
    return [...measures, await measureOn(await createPostgres(cluster.url('postgres')), surroundings)]
  } finally {
    cluster.stop()
  }
}

async function measureOn(database: TestDatabase, { progress, signal }: Surroundings): Promise<Measure> {
  const site = await openSite(database)
  let raised = 0

  async function loopOf({ heads, listened }: typeof YOUNG): Promise<number> {
    for (; raised < heads; raised += RAISED_AT_ONCE) {
      signal.throwIfAborted()
      await raiseHeads(database, { heads: Math.min(RAISED_AT_ONCE, heads - raised), first: raised, digits: DIGITS })
      progress(`${database.name}: ${Math.min(raised + RAISED_AT_ONCE, heads)} of ${heads} heads`)
    }
    raised = heads
    return median(await checksOf(site, listened, signal))
  }

  try {
    const baseline = await loopOf(YOUNG)
    return measured({
      measure: `event loop of one position check on ${database.name}`,
      unit: 'ms',
      value: await loopOf(OLD),
      baseline,
      limit: { of: 'value', atMost: 5 },
      note: `${MOVED} of ${OLD.listened} moved, ${OLD.heads} heads, beside ${YOUNG.heads}; the median of ${ROUNDS} checks`,
    })
  } finally {
    await closeSound(site)
  }
}

/** For how many milliseconds each check kept the loop busy. */
async function checksOf({ database, server }: Site, listened: number, signal: AbortSignal): Promise<number[]> {
  const hub = openHub()
  let told = 0
  const session = { check: () => told++ } as unknown as Session // a check calls nothing else
  for (let n = 0; n < listened; n++) hub.join(`chat:${String(n).padStart(DIGITS, '0')}` as Topic, session) // within the pattern of a topic
  const check = headCheck({ hub, reads: server.store.reads })
  await check()
  const kept: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    signal.throwIfAborted()
    await raiseHeads(database, { heads: MOVED, digits: DIGITS })
    told = 0
    const before = performance.eventLoopUtilization()
    await check()
    kept.push(performance.eventLoopUtilization(before).active)
    if (told < MOVED) throw new Error(`${told} were told of their position, expected ${MOVED} and more`)
  }
  return kept
}
