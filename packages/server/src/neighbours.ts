import type { Bus } from './platform/bus/bus.ts'
import { openLocalBus } from './platform/bus/local-bus.ts'
import type { Clock } from './platform/clock.ts'
import { ok, warn, type Finding } from './platform/command-line/finding.ts'
import type { Db } from './platform/db/database.ts'
import { openLocalMembers } from './platform/members/local-members.ts'
import type { Members } from './platform/members/members.ts'
import { must } from './platform/must.ts'

/** How the nodes of one installation hear of each other, and know who is connected to which. */
export type Neighbours = { bus: Bus; members: Members; close: () => Promise<void> }

type Given = {
  /** Names this node among the others. */
  node: string
  /** Names this installation among those that share a Redis. */
  epoch: string
  clock: Clock
  /** What they write to together. */
  shared: Db | undefined
  onBus: (isUp: boolean) => void
}
export type OpenNeighbours = (given: Given) => Promise<Neighbours>

/** A file belongs to one process: there is nobody else. */
export const alone: OpenNeighbours = async () => together(openLocalBus(), openLocalMembers())

/** On one database, with or without Redis beside it. */
export const around =
  ({ database, redis }: { database: string; redis?: string | undefined }): OpenNeighbours =>
  (given) =>
    redis === undefined ? overDatabase(database, given) : overRedis(redis, given)

/** Whether what carries hints between nodes answers. */
export async function askHints({ redis }: { redis: string | undefined }): Promise<readonly Finding[]> {
  if (redis === undefined) return []
  const { lookAtRedis } = await import('./platform/redis-look.ts')
  try {
    return [ok(`REDIS_URL answers: ${await lookAtRedis(redis)}`)]
  } catch (error) {
    // Everything goes on without it.
    return [warn(`REDIS_URL does not answer (${String(error)})`, 'see that it runs and that this machine reaches it')]
  }
}

async function overDatabase(url: string, { shared, node, clock, onBus }: Given): Promise<Neighbours> {
  // Not needed for SQLite, and not small.
  const { openPostgresBus } = await import('./platform/bus/postgres-bus.ts')
  const { openPostgresMembers } = await import('./platform/members/postgres-members.ts')
  return together(openPostgresBus({ url, node, clock, onBus }), openPostgresMembers({ db: must(shared), node }))
}

async function overRedis(url: string, { epoch, node, clock, onBus }: Given): Promise<Neighbours> {
  const { openRedisBus } = await import('./platform/bus/redis-bus.ts')
  const { openRedisMembers } = await import('./platform/members/redis-members.ts')
  const name = `portico:${epoch}`
  return together(openRedisBus({ url, channel: name, node, clock, onBus }), openRedisMembers({ url, prefix: name, node, clock }))
}

const together = (bus: Bus, members: Members): Neighbours => ({
  bus,
  members,
  close: async () => {
    await bus.close()
    await members.close()
  },
})
