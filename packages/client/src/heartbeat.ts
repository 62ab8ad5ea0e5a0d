import type { Clock } from './surroundings.ts'

const TICK_MS = 5000
const SILENCE_MS = 40_000
/** A timer that comes so much too late, or a clock that has jumped so far, means that the device has slept. */
const JUMP_MS = 30_000

type Heartbeat = { heard: () => void; close: () => void }

/** Doubts the connection when nothing was heard of it for long (the server pings every 25 s), and after a sleep. */
export function openHeartbeat(clock: Clock, doubt: (why: 'silent' | 'slept') => void): Heartbeat {
  const openedAt = clock.now()
  let heardAt = openedAt
  let cancel = clock.after(TICK_MS, () => tick(openedAt))

  function tick(before: number) {
    const now = clock.now()
    cancel = clock.after(TICK_MS, () => tick(now))
    if (Math.abs(now - before - TICK_MS) > JUMP_MS) doubt('slept')
    else if (now - heardAt > SILENCE_MS) doubt('silent')
  }

  return {
    heard: () => {
      heardAt = clock.now()
    },
    close: () => cancel(),
  }
}
