import { every, type Clock } from './clock.ts'
import type { Db } from './db/database.ts'
import { databaseNow } from './db/dialect.ts'

const CLOCK_CHECK_MS = 60_000
/** Whoever's clock is off by more mixes up what is old and what is new for everybody. */
export const CLOCK_OFF_MS_MAX = 5000

type ClockWatch = { offMs: () => number; check: () => Promise<void>; stop: () => void }

type Given = {
  clock: Clock
  reads: Db
  /** Told once when it is off, and once when it is right again. */
  onClock: (offMs: number, isOff: boolean) => void
  onFault: (fault: { what: string; error: unknown }) => void
}

/** Compares this node's clock with the database's, and so with those of all the other nodes. */
export function watchClock({ clock, reads, onClock, onFault }: Given): ClockWatch {
  let offMs = 0
  let isOff = false

  async function check(): Promise<void> {
    const asked = clock.now()
    const there = await databaseNow(reads)
    if (there === undefined) return
    // Somewhere between asking and being answered it said so.
    offMs = (asked + clock.now()) / 2 - there
    const wasOff = isOff
    isOff = Math.abs(offMs) > CLOCK_OFF_MS_MAX
    if (isOff !== wasOff) onClock(offMs, isOff)
  }

  return {
    offMs: () => offMs,
    check,
    stop: every({ clock, ms: CLOCK_CHECK_MS, onFault: (error) => onFault({ what: 'clock check', error }) }, check),
  }
}
