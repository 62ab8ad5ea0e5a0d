import { newId } from '@portico/protocol/new-id'
import { handClock } from '@portico/testkit/clock'
import { startRedis, type Redis } from '@portico/testkit/redis-server'
import { eventually } from '@portico/testkit/eventually'
import { describe, expect, inject, test } from 'vitest'
import { must } from '../must.ts'
import { openRedis } from '../redis-connection.ts'
import { membersContract } from './members-contract.ts'
import { MEMBERS_LEASE_MS, openRedisMembers } from './redis-members.ts'

const url = inject('redis')

describe.skipIf(url === null)('on Redis', () => {
  const clock = handClock()
  const prefix = newId()
  membersContract(
    'members in Redis',
    async () => {
      const node = newId()
      const members = openRedisMembers({ url: must(url), prefix, node, clock })
      const lapse = async () => {
        const redis = await openRedis(must(url), () => {})
        await redis.del(`${prefix}:node:${node}`)
        redis.destroy()
      }
      return { members, lapse, close: members.close }
    },
    () => clock.move(MEMBERS_LEASE_MS),
  )

  test('[ND23] while Redis is away, or has forgotten who is there, nobody knows; then all is as it was', async () => {
    let redis: Redis = must(await startRedis())
    const given = { url: redis.url, prefix, clock }
    const [here, there] = [openRedisMembers({ ...given, node: 'here' }), openRedisMembers({ ...given, node: 'there' })]
    const renew = () => Promise.all([here.renew(), there.renew()])
    expect(await here.list(['chat:a'])).toBe('unknown')
    await renew()
    await there.join('chat:a', 'vera')
    await clock.move(MEMBERS_LEASE_MS)
    expect(await here.list(['chat:a'])).toEqual(new Map([['chat:a', ['vera']]]))

    await redis.stop()
    await eventually(async () => expect(await here.list(['chat:a'])).toBe('unknown'))
    await expect(here.renew()).rejects.toBeInstanceOf(Error)
    redis = must(await startRedis(redis.port))
    expect(await here.list(['chat:a'])).toBe('unknown')
    await eventually(renew)
    expect(await here.list(['chat:a'])).toBe('unknown')
    await clock.move(MEMBERS_LEASE_MS)
    expect(await here.list(['chat:a'])).toEqual(new Map([['chat:a', ['vera']]]))

    const own = await openRedis(redis.url, () => {})
    await own.flushAll()
    own.destroy()
    expect(await here.list(['chat:a'])).toBe('unknown')
    await renew()
    expect(await here.list(['chat:a'])).toBe('unknown')
    await clock.move(MEMBERS_LEASE_MS)
    expect(await here.list(['chat:a'])).toEqual(new Map([['chat:a', ['vera']]]))
    await Promise.all([here.close(), there.close()])
    await redis.stop()
  })
})
