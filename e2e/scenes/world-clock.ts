import { handClock } from '@portico/testkit/clock'
import type { Clock } from '@portico/server/platform/clock'

/** Less than a heartbeat, so that every connection lives through it. */
const STEP_MS = 5000
const NETWORK_MS = 15
const TICK_MS = 50

export type WorldClock = Clock & {
  /** Lets so much time pass at once, while people stay connected. */
  pass: (ms: number) => Promise<void>
  /** Goes on at the pace of the real time; returns how to stop it. */
  run: () => () => void
}

/** Begins in the past, so that conversations have a past; what it has caught up with is the present. */
export function worldClock(behindMs: number): WorldClock {
  const clock = handClock(Date.now() - behindMs)
  return {
    ...clock,
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= STEP_MS) {
        await clock.leap(Math.min(left, STEP_MS)) // what a server does each second need not be done a thousand times
        await new Promise((resolve) => setTimeout(resolve, NETWORK_MS))
      }
    },
    run: () => {
      let moving = false
      // One after the other: of two at once the first would set the time back to what it was for it.
      const tick = async () => {
        if (moving) return
        moving = true
        await clock.leap(Math.max(0, Date.now() - clock.now()))
        moving = false
      }
      const timer = setInterval(() => void tick(), TICK_MS)
      return () => clearInterval(timer)
    },
  }
}
