import { forgetOldest, KEYS_MAX } from './token-bucket.ts'

type Share = { burst: number; perSecond: number }
export type Budget = {
  /** How long to wait, in ms, until so much may be taken; 0 has taken it. */
  take: (key: string, bytes: number, now: number) => number
  giveBack: (key: string, bytes: number) => void
  forget: (key: string) => void
}

type Purse = { count: number; bytes: number; at: number }

/** What each key may spend, in how many pieces and how many bytes: both must suffice, and neither is taken without the other. */
export function openBudget(shares: { count: Share; bytes: Share }): Budget {
  const { count: ofCount, bytes: ofBytes } = shares
  const purses = new Map<string, Purse>()

  const filled = ({ burst, perSecond }: Share, left: number, ms: number) => Math.min(burst, left + (ms * perSecond) / 1000)
  function purseOf(key: string, now: number): Purse {
    const known = purses.get(key)
    if (!known) return { count: ofCount.burst, bytes: ofBytes.burst, at: now }
    const ms = Math.max(0, now - known.at)
    return { count: filled(ofCount, known.count, ms), bytes: filled(ofBytes, known.bytes, ms), at: now }
  }
  function put(key: string, purse: Purse) {
    purses.delete(key)
    purses.set(key, purse)
    if (purses.size > KEYS_MAX) forgetOldest(purses)
  }

  return {
    take: (key, bytes, now) => {
      const purse = purseOf(key, now)
      // Nothing is larger than a full purse: else it could never be paid.
      const price = Math.min(bytes, ofBytes.burst)
      const waitMs = Math.ceil(Math.max(msUntil(ofCount, 1 - purse.count), msUntil(ofBytes, price - purse.bytes)))
      put(key, waitMs > 0 ? purse : { ...purse, count: purse.count - 1, bytes: purse.bytes - price })
      return waitMs
    },
    giveBack: (key, bytes) => {
      const purse = purses.get(key)
      if (!purse) return
      purse.count = Math.min(ofCount.burst, purse.count + 1)
      purse.bytes = Math.min(ofBytes.burst, purse.bytes + bytes)
    },
    forget: (key) => void purses.delete(key),
  }
}

const msUntil = ({ perSecond }: Share, missing: number) => (missing <= 0 ? 0 : (missing / perSecond) * 1000)
