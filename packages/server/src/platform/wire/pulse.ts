import { newId } from '@portico/protocol/new-id'
import type { Clock } from '../clock.ts'
import { PING_MS, PONG_MS } from './limits.ts'

const JITTER = 0.2

type Options = {
  clock: Clock
  ask: (nonce: string) => void
  /** Whether everything that came since then has been looked at. */
  hasReadSince: (at: number) => boolean
  silent: () => void
}

/** Asks a socket every 25 s whether somebody is there still. The pong of one that is not read may stand unread: it is asked again. */
export function openPulse({ clock, ask, hasReadSince, silent }: Options): { pong: (nonce: string) => void; close: () => void } {
  let expected: { nonce: string; since: number } | undefined
  let cancel = clock.after(pingMs(), ping)

  function ping() {
    expected = { nonce: newId(), since: clock.now() }
    ask(expected.nonce)
    cancel = clock.after(PONG_MS, judge)
  }
  function judge() {
    if (expected && !hasReadSince(expected.since)) return ping()
    return silent()
  }

  return {
    pong: (nonce) => {
      if (nonce !== expected?.nonce) return
      expected = undefined
      cancel()
      cancel = clock.after(pingMs(), ping)
    },
    close: () => cancel(),
  }
}

const pingMs = () => PING_MS * (1 + JITTER * (Math.random() - 0.5))
