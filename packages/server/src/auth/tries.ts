const MINUTE_MS = 60_000

export type Tries = { count: number; at: number }
type Growth = { free: number; firstMs: number; mostMs: number }

/** Of one account, from wherever nobody of it has signed in before. */
const FROM_ANYWHERE: Growth = { free: 10, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS }
/** Of one account from one device that knows it: others' guesses do not count there. */
const FROM_KNOWN_DEVICE: Growth = { free: 5, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS }

export const TRIES = { anywhere: FROM_ANYWHERE, 'known-device': FROM_KNOWN_DEVICE } as const
export const TRIES_FORGOTTEN_MS = 60 * MINUTE_MS

/** How long the next try has to wait; each after the free ones waits twice as long as the one before. */
export function waitOf({ count, at }: Tries, from: keyof typeof TRIES, now: number): number {
  const { free, firstMs, mostMs } = TRIES[from]
  if (count < free) return 0
  return Math.max(0, at + Math.min(mostMs, firstMs * 2 ** (count - free)) - now)
}

/** With one more; those of more than an hour ago are forgotten. */
export const withOneMore = (known: Tries | undefined, now: number): Tries => ({
  count: (known && now - known.at < TRIES_FORGOTTEN_MS ? known.count : 0) + 1,
  at: now,
})
