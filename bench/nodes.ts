import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { postgres } from '@portico/server/platform/db/postgres'
import { startCluster } from '@portico/testkit/postgres-cluster'
import { startRedis, type Redis } from '@portico/testkit/redis-server'
import { admin } from '@portico/testkit/test-database'
import { openCrowd, type Crowd } from './load/crowd.ts'
import { pace } from './load/pace.ts'
import { percentile } from './load/percentile.ts'
import { populateIn } from './load/population.ts'
import { connectTalks } from './load/talk.ts'
import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'
import { PORTICO, startProcess } from './server/server-process.ts'
import { temporaryFolder } from './server/temporary-folder.ts'

const NODES = 3
const SIZE = { teams: 10, operatorsPerTeam: 3, conversationsPerOperator: 1 }
const PER_SECOND = 50
// Three nodes compile what they run often at the same time, on cores that they share: that is over by then.
const WARM_UP_MS = 8000
const PACED_MS = 10_000

type Way = { name: string; redis: boolean; killed?: true; p99AtMost: number }
const WAYS: readonly Way[] = [
  { name: 'by Redis', redis: true, p99AtMost: 50 },
  { name: 'by LISTEN and NOTIFY', redis: false, p99AtMost: 100 },
  { name: 'with Redis killed in the middle', redis: true, killed: true, p99AtMost: 2000 },
]

/** The two sides of each conversation are on different nodes. */
export const run: Bench = async (surroundings) => {
  const measures: Measure[] = []
  for (const way of WAYS) measures.push(await measureWay(way, surroundings))
  return measures
}

async function measureWay(way: Way, { progress, signal }: Surroundings): Promise<Measure> {
  const closers: (() => void | Promise<void>)[] = []
  try {
    const cluster = await startCluster()
    if (!cluster) throw new Error('this machine has no PostgreSQL')
    closers.unshift(cluster.stop)
    const redis = way.redis ? await startRedis() : undefined
    if (way.redis && !redis) throw new Error('this machine has no Redis')
    if (redis) closers.unshift(redis.stop)
    await admin(cluster.url('postgres'), 'create database portico')
    const db = postgres(cluster.url('portico'))
    const population = await populateIn(db, SIZE)
    await db.destroy()
    const crowds = await Promise.all(
      Array.from({ length: NODES }, () => openNode({ url: cluster.url('portico'), redis, signal, closers })),
    )
    const talks = await connectTalks(apart(crowds), population)
    progress(`${way.name}: ${talks.length} conversations over ${NODES} nodes, ${PER_SECOND} messages a second`)
    const undisturbed = <T>(work: Promise<T>) => crowds.reduce((all, crowd) => crowd.undisturbed(all), work)
    await undisturbed(pace({ talks, perSecond: PER_SECOND, ms: WARM_UP_MS, signal }))
    if (way.killed) void setTimeout(PACED_MS / 2, undefined, { signal }).then(redis?.stop, () => {})
    const { deliveries } = await undisturbed(pace({ talks, perSecond: PER_SECOND, ms: PACED_MS, signal }))
    return measured({
      measure: `delivery p99 across nodes ${way.name}, ${PER_SECOND} messages/s`,
      unit: 'ms',
      value: percentile(deliveries, 0.99),
      limit: { of: 'value', atMost: way.p99AtMost },
      note: `p50 ${percentile(deliveries, 0.5).toFixed(1)} ms; three nodes, the database and the load share this machine`,
    })
  } finally {
    for (const close of closers) await close()
  }
}

type Opening = { url: string; redis: Redis | undefined; signal: AbortSignal; closers: (() => void | Promise<void>)[] }

async function openNode({ url, redis, signal, closers }: Opening): Promise<Crowd> {
  const folder = temporaryFolder()
  closers.unshift(folder.remove)
  const env = {
    PORTICO_DATA: join(folder.path, 'data'),
    PORTICO_DATABASE: url,
    PORT: '0',
    ...(redis && { REDIS_URL: redis.url }),
  }
  const server = await startProcess({ command: [process.execPath, PORTICO], env, signal })
  closers.unshift(server.stop)
  const crowd = openCrowd({ port: server.port, kind: 'portico' })
  closers.unshift(crowd.close)
  return crowd
}

/** The operator of a conversation on one node, its visitor on the next. */
function apart(crowds: readonly Crowd[]): Pick<Crowd, 'operator' | 'visitor'> {
  let [operators, visitors] = [0, 1]
  const nth = (n: number) => {
    const crowd = crowds[n % crowds.length]
    if (!crowd) throw new Error('no node')
    return crowd
  }
  return {
    operator: (...joining) => nth(operators++).operator(...joining),
    visitor: (...joining) => nth(visitors++).visitor(...joining),
  }
}
