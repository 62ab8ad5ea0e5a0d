import { forgetOldest, KEYS_MAX, type Bucket } from './token-bucket.ts'

type Growth = { free: number; firstMs: number; mostMs: number; forgottenMs: number }

/**
 * `free` acts at once; then each has to wait, twice as long as the one before it and at most `mostMs`. What was refused counts
 * for nothing, a key quiet for `forgottenMs` begins anew, and so does one that is given back.
 */
export function growingWait({ free, firstMs, mostMs, forgottenMs }: Growth): Bucket {
  const acts = new Map<string, { count: number; at: number }>()

  const waitAfter = (count: number) => (count < free ? 0 : Math.min(mostMs, firstMs * 2 ** (count - free)))
  const take = (key: string, now: number) => {
    const known = acts.get(key)
    const { count, at } = known && now - known.at < forgottenMs ? known : { count: 0, at: now }
    const wait = Math.max(0, at + waitAfter(count) - now)
    if (wait > 0) return wait
    acts.delete(key)
    acts.set(key, { count: count + 1, at: now })
    if (acts.size > KEYS_MAX) forgetOldest(acts)
    return 0
  }
  return Object.assign(take, { giveBack: (key: string) => void acts.delete(key) })
}
