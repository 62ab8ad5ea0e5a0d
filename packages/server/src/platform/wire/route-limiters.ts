import type { Limit, LimitHits } from './limit-hits.ts'
import type { Bucket } from './token-bucket.ts'

/** Each limit's own bucket, made when it is first needed and kept as long as the server runs; reaching it is counted. */
export function openLimiters(limitHits: LimitHits): (name: Limit, make: () => Bucket) => Bucket {
  const limiters = new Map<Limit, Bucket>()
  return (name, make) => {
    const limiter = limiters.get(name) ?? counted(name, make(), limitHits)
    limiters.set(name, limiter)
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
