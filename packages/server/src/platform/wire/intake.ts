import type { Clock } from '../clock.ts'
import { UNREAD_FRAMES_MAX } from './limits.ts'

type Options = {
  clock: Clock
  /** How long to wait before so many bytes may be looked at; 0 has paid for them. */
  pay: (bytes: number) => number
  /** Stops and begins to read from the connection. */
  pause: () => void
  resume: () => void
  /** More came with one reading than anybody says who waits for answers. */
  flooded: () => void
}

type Intake<F> = {
  take: (received: F, bytes: number) => void
  /** Whether all that came since then has been looked at as it came: only then does silence mean anything. */
  hasReadSince: (at: number) => boolean
  close: () => void
}

/** Looks at what a connection says as fast as its budget allows. What has been read of it meanwhile waits, the rest stays unread. */
export function openIntake<F>({ clock, pay, pause, resume, flooded }: Options, look: (received: F) => void): Intake<F> {
  let unread: { received: F; bytes: number }[] = []
  let cancel: (() => void) | undefined
  let resumedAt = -Infinity
  let isOver = false

  function goOn() {
    cancel = undefined
    for (const [i, { received, bytes }] of unread.entries()) {
      const waitMs = pay(bytes)
      if (waitMs > 0) {
        unread = unread.slice(i)
        cancel = clock.after(waitMs, goOn)
        return
      }
      look(received)
    }
    unread = []
    resumedAt = clock.now()
    resume()
  }

  function end() {
    isOver = true
    cancel?.()
    unread = []
  }

  return {
    take: (received, bytes) => {
      if (isOver) return undefined
      const waitMs = cancel ? 0 : pay(bytes)
      if (!cancel && waitMs === 0) return look(received)
      if (unread.length >= UNREAD_FRAMES_MAX) {
        end()
        return flooded()
      }
      unread.push({ received, bytes })
      if (cancel) return
      pause()
      cancel = clock.after(waitMs, goOn)
    },
    hasReadSince: (at) => !cancel && resumedAt < at,
    close: end,
  }
}
