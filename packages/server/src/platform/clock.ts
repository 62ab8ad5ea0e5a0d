/** Time as an argument: the real one in main.ts, one moved by hand in the testkit. */
export type Clock = {
  now: () => number
  /** Calls back once, at least so many ms from now; the returned function takes that back. */
  after: (ms: number, then: () => void) => () => void
}

export const realClock: Clock = {
  now: () => Date.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}

type Recurring = { clock: Clock; ms: number; onFault: (error: unknown) => void }

/**
 * Calls back again and again until the returned function is called; the next wait begins when the work is done, well or not:
 * what fails once is tried again, and `onFault` is told.
 */
export function every({ clock, ms, onFault }: Recurring, work: () => void | Promise<void>): () => void {
  let stopped = false
  let cancel = () => {}
  const next = () => {
    cancel = clock.after(ms, () => {
      void Promise.try(work)
        .catch(onFault)
        .finally(() => {
          if (!stopped) next()
        })
    })
  }
  next()
  return () => {
    stopped = true
    cancel()
  }
}
