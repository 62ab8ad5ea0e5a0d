import type { Clock } from '../surroundings.ts'

/** Stands still until told. `advance` runs what falls due, in order, and lets everything that follows from it happen. */
export type HandClock = Clock & {
  advance: (ms: number) => Promise<void>
  /** Wall time moves and no timer has run, as when a laptop sleeps. */
  sleep: (ms: number) => void
  timers: () => number
}

export function handClock(startsAt = Date.UTC(2030, 0, 1)): HandClock {
  let now = 0
  let wall = startsAt
  let count = 0
  let due: { at: number; order: number; run: () => void }[] = []

  return {
    now: () => wall + now,
    after: (ms, run) => {
      const timer = { at: now + ms, order: (count += 1), run }
      due.push(timer)
      return () => {
        due = due.filter((other) => other !== timer)
      }
    },
    advance: async (ms) => {
      const until = now + ms
      await settled()
      for (let next = soonest(due, until); next; next = soonest(due, until)) {
        const { at, run } = next
        due = due.filter((other) => other !== next)
        now = at
        run()
        await settled()
      }
      now = until
    },
    sleep: (ms) => {
      wall += ms
    },
    timers: () => due.length,
  }
}

/** Promises, streams and microtasks that wait for nothing but their turn have had it. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

const soonest = <T extends { at: number; order: number }>(due: readonly T[], until: number): T | undefined =>
  due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0]
