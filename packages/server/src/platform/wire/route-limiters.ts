import type { Limit, LimitHits } from './limit-hits.ts'
import type { SharedBucket, SharedLimits } from './shared-limits.ts'
import type { Bucket } from './token-bucket.ts'

type Rate = { burst: number; perMs: number }

/** Each limit's own bucket, made when it is first needed and kept as long as the server runs; reaching it is counted. */
export function openLimiters(limitHits: LimitHits): (name: Limit, make: () => Bucket) => Bucket {
  const limiters = new Map<Limit, Bucket>()
  return (name, make) => {
    const limiter = limiters.get(name) ?? counted(name, make(), limitHits)
    limiters.set(name, limiter)
    return limiter
  }
}

/** The same of those that all nodes count together. */
export function openSharedLimiters(shared: SharedLimits, limitHits: LimitHits): (limit: Limit, rate: Rate) => SharedBucket {
  const limiters = new Map<Limit, SharedBucket>()
  return (limit, rate) => {
    const known = limiters.get(limit)
    if (known) return known
    const bucket = shared.bucket({ name: limit, ...rate })
    const take: SharedBucket['take'] = async (key, now) => {
      const afterMs = await bucket.take(key, now)
      if (afterMs > 0) limitHits.hit(limit)
      return afterMs
    }
    const limiter = { ...bucket, take }
    limiters.set(limit, limiter)
    return limiter
  }
}

function counted(name: Limit, bucket: Bucket, limitHits: LimitHits): Bucket {
  const limiter = (key: string, now: number) => {
    const afterMs = bucket(key, now)
    if (afterMs > 0) limitHits.hit(name)
    return afterMs
  }
  return Object.assign(limiter, { giveBack: bucket.giveBack })
}
