import type { RedisClientType } from '@redis/client'
import type { Topic } from '@portico/protocol/topics'
import type { Clock } from '../clock.ts'
import { openRedis } from '../redis-connection.ts'
import type { Listed, Members } from './members.ts'
import { openOwnMembers } from './own-members.ts'

/** What a node has said is kept so long without its renewal, by Redis' own time. */
export const MEMBERS_LEASE_MS = 7000
const MARK = ' '

type Given = {
  url: string
  /** Of this installation alone. */
  prefix: string
  node: string
  clock: Clock
}

/**
 * A hash for each node, which goes when its node renews it no more. Redis may forget all of it at once: until every node has had
 * the time to say it again nobody knows who is there.
 */
export function openRedisMembers({ url, prefix, node, clock }: Given): Members {
  const members = openOwnMembers()
  const keyOf = (name: string) => `${prefix}:node:${name}`
  const [ownKey, nodesKey] = [keyOf(node), `${prefix}:nodes`]
  let connection: Promise<RedisClientType> | undefined
  let unknownUntil = Number.POSITIVE_INFINITY

  /** After it is lost the next renewal makes another, and says all again. */
  function client(): Promise<RedisClientType> {
    if (connection) return connection
    const lost = () => {
      if (connection === own) connection = undefined
    }
    const own = openRedis(url, lost)
    own.catch(lost)
    return (connection = own)
  }

  async function write(topic: Topic): Promise<void> {
    const redis = await connection
    const own = members.of(topic)
    if (own.length > 0) await redis?.hSet(ownKey, topic, own.join(' '))
    else await redis?.hDel(ownKey, topic)
  }

  async function listIn(redis: RedisClientType, topics: readonly Topic[]): Promise<Listed> {
    const nodes = (await redis.sMembers(nodesKey)).filter((name) => name !== node)
    const listed = new Map(topics.map((topic) => [topic, new Set(members.of(topic))]))
    if ((await redis.exists(ownKey)) === 0) return 'unknown'
    for (const name of nodes) {
      const [mark, ...values] = await redis.hmGet(keyOf(name), [MARK, ...topics])
      if (mark === null) await redis.sRem(nodesKey, name)
      values.forEach((value, i) => value?.split(' ').forEach((member) => listed.get(topics[i] ?? 'settings')?.add(member)))
    }
    return new Map([...listed].map(([topic, there]) => [topic, [...there].toSorted()]))
  }

  return {
    join: async (topic, member) => {
      members.add(topic, member)
      await write(topic)
    },
    leave: async (topic, member) => {
      members.remove(topic, member)
      await write(topic)
    },
    list: async (topics) => {
      if (!connection || clock.now() < unknownUntil) return 'unknown'
      try {
        return topics.length === 0 ? new Map() : await listIn(await connection, topics)
      } catch {
        return 'unknown'
      }
    },
    renew: async () => {
      const isNew = connection === undefined
      const redis = await client()
      const isKept = await redis.pExpire(ownKey, MEMBERS_LEASE_MS)
      await redis.sAdd(nodesKey, node)
      if (isKept === 1 && !isNew) return
      unknownUntil = clock.now() + MEMBERS_LEASE_MS
      const all = members.all().map(([topic, there]) => [topic, there.join(' ')] as const)
      await redis
        .multi()
        .del(ownKey)
        .hSet(ownKey, Object.fromEntries([[MARK, ''], ...all]))
        .pExpire(ownKey, MEMBERS_LEASE_MS)
        .exec()
    },
    close: async () => (await connection?.catch(() => undefined))?.destroy(),
  }
}
