export const KEYS_MAX = 100_000

/** How long to wait, in ms; 0 if it may go on. */
type Limiter = (key: string, now: number) => number
/** `giveBack` takes one act back that should not have counted. */
export type Bucket = Limiter & { giveBack: (key: string) => void }
/** `owe` counts what has happened already, also beyond what was left: the next act waits for it. */
type Meter = ((key: string, now: number, cost?: number) => number) &
  Pick<Bucket, 'giveBack'> & { owe: (key: string, cost: number, now: number) => void }

/** Each key may act `burst` times at once, and again with `perMs` acts regained each millisecond. */
export function tokenBucket({ burst, perMs }: { burst: number; perMs: number }): Meter {
  const buckets = new Map<string, { tokens: number; at: number }>()

  const tokensOf = (key: string, now: number) => {
    const bucket = buckets.get(key) ?? { tokens: burst, at: now }
    return Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) * perMs)
  }
  const put = (key: string, tokens: number, now: number) => {
    buckets.delete(key)
    buckets.set(key, { tokens, at: now })
    if (buckets.size > KEYS_MAX) forgetOldest(buckets)
  }
  const take = (key: string, now: number, cost = 1) => {
    const tokens = tokensOf(key, now)
    const wait = tokens >= cost ? 0 : Math.ceil((cost - tokens) / perMs)
    put(key, wait === 0 ? tokens - cost : tokens, now)
    return wait
  }
  const giveBack = (key: string) => {
    const bucket = buckets.get(key)
    if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1)
  }
  const owe = (key: string, cost: number, now: number) => put(key, tokensOf(key, now) - cost, now)
  return Object.assign(take, { giveBack, owe })
}

/** All must agree; the longest wait is the answer. What one of them counted, it counted. */
export const bothOf =
  (...limiters: readonly Limiter[]): Limiter =>
  (key, now) =>
    Math.max(...limiters.map((limiter) => limiter(key, now)))

export const perMinute = (count: number) => ({ burst: count, perMs: count / 60_000 })
export const perHour = (count: number) => ({ burst: count, perMs: count / 3_600_000 })

// Maps and sets keep the order of insertion. Of buckets each use inserts anew: there the first is the one unused for longest.
export function forgetOldest(kept: Map<string, unknown> | Set<string>): void {
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}
