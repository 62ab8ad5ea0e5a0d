export const KEYS_MAX = 100_000

/** How long to wait, in ms; 0 if it may go on. */
export type Limiter = (key: string, now: number) => number
/** `giveBack` takes one act back that should not have counted. */
export type Bucket = Limiter & { giveBack: (key: string) => void }

/** Each key may act `burst` times at once, and again with `perMs` acts regained each millisecond. */
export function tokenBucket({ burst, perMs }: { burst: number; perMs: number }): Bucket {
  const buckets = new Map<string, { tokens: number; at: number }>()

  const take: Limiter = (key, now) => {
    const bucket = buckets.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * perMs)
    const wait = tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs)
    buckets.delete(key)
    buckets.set(key, { tokens: wait === 0 ? tokens - 1 : tokens, at: now })
    if (buckets.size > KEYS_MAX) forgetOldest(buckets)
    return wait
  }
  const giveBack = (key: string) => {
    const bucket = buckets.get(key)
    if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1)
  }
  return Object.assign(take, { giveBack })
}

/** All must agree; the longest wait is the answer. What one of them counted, it counted. */
export const bothOf =
  (...limiters: readonly Limiter[]): Limiter =>
  (key, now) =>
    Math.max(...limiters.map((limiter) => limiter(key, now)))

export const perMinute = (count: number) => tokenBucket({ burst: count, perMs: count / 60_000 })
export const perHour = (count: number) => tokenBucket({ burst: count, perMs: count / 3_600_000 })

// Maps and sets keep the order of insertion. Of buckets each use inserts anew: there the first is the one unused for longest.
export function forgetOldest(kept: Map<string, unknown> | Set<string>): void {
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}
