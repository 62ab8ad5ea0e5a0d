import type { Clock } from '@portico/server/platform/clock'

export type HandClock = Clock & {
  /** Moves time on, stopping at each timer on the way so that what it starts begins at its own instant. */
  move: (ms: number) => Promise<void>
  /** Time jumps on, as on a machine that slept: what was due meanwhile rings once. Days have a million timers. */
  leap: (ms: number) => Promise<void>
}

/** Time stands still until told. */
export function handClock(start = Date.UTC(2026, 10, 20, 9)): HandClock {
  let now = start
  let timers: { at: number; ring: () => void }[] = []

  async function move(ms: number) {
    const until = now + ms
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
      if (!next) break
      timers = timers.filter((each) => each !== next)
      now = Math.max(now, next.at)
      next.ring()
      await turn()
    }
    now = until
    await turn()
  }

  return {
    now: () => now,
    after: (ms, ring) => {
      const timer = { at: now + Math.ceil(ms), ring }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    move,
    leap: async (ms) => {
      now += ms
      await move(0)
    },
  }
}

const STEP_MS = 1000
const NETWORK_MS = 10

/** Lets time pass while people talk: each second of it leaves the real network a moment to carry what was said. */
export async function pass(clock: HandClock, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    await clock.move(Math.min(left, STEP_MS))
    await new Promise((resolve) => setTimeout(resolve, NETWORK_MS))
  }
}

const PATIENCE_STEPS = 1000

/** Lets time pass until something has come of it. */
export async function passUntil(clock: HandClock, come: () => boolean): Promise<void> {
  for (let step = 0; !come(); step++) {
    if (step === PATIENCE_STEPS) throw new Error(`nothing came of ${PATIENCE_STEPS} seconds: ${come.toString()}`)
    await pass(clock, STEP_MS)
  }
}

/** Lets everything run that is ready to. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
