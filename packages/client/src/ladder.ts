// Which transport is tried: the socket, where that does not open the streamed POST, where that is held back the long poll.
// What worked is remembered for this page; every few minutes the socket gets another chance.
import type { LinkState } from './live.ts'
import type { Listener, Site, Transport } from './transport.ts'
import { openLater } from './transports/open-later.ts'
import { openSocket, tryToOpen } from './transports/socket.ts'

const TRIAL_MS = 5 * 60 * 1000

type Over = Extract<LinkState, { state: 'online' }>['over']

const BELOW: Record<Over, Over | undefined> = { socket: 'stream', stream: 'poll', poll: undefined }

type Ladder = {
  /** Back to what worked last. */
  begin: () => void
  open: (listener: Listener) => Transport
  /** False when there is nothing below. */
  stepDown: () => boolean
  /** This one works. */
  settle: () => Over
  /** It works, and yet brings nothing. True when that may be its fault: next time begins with what is below. */
  distrust: () => boolean
  close: () => void
}

export function openLadder(site: Site, better: () => void): Ladder {
  let worked: Over = 'socket'
  let over: Over = 'socket'
  let cancelTrial: (() => void) | undefined

  function open(listener: Listener): Transport {
    if (over === 'socket') return openSocket(site, listener)
    const below = over
    return openLater(async () => (await site.fallbacks())[below])(site, listener)
  }

  function tryTheSocket() {
    cancelTrial = tryToOpen(site, (opens) => {
      cancelTrial = undefined
      if (!opens) return tryLater()
      worked = 'socket'
      better()
    })
  }

  function tryLater() {
    cancelTrial ??= site.clock.after(TRIAL_MS, tryTheSocket)
  }

  function stopTrying() {
    cancelTrial?.()
    cancelTrial = undefined
  }

  return {
    begin: () => {
      over = worked
    },
    open,
    stepDown: () => {
      const below = BELOW[over]
      if (below) over = below
      return below !== undefined
    },
    settle: () => {
      worked = over
      if (over === 'socket') stopTrying()
      else tryLater()
      return over
    },
    distrust: () => {
      if (over !== 'stream') return false
      worked = 'poll'
      return true
    },
    close: stopTrying,
  }
}
