import type { Job } from './job.ts'
import type { Claim, Claimed } from './lines.ts'

type LineWorker = {
  /** Takes what may be done at this instant; resolves when everything that may be taken has been begun. */
  tick: (at: number) => Promise<void>
  /** Resolves when nothing is being worked on, and nothing is left that could be. */
  quiet: () => Promise<void>
}

type Asked = Omit<Claim, 'lane' | 'holder'>
type Given = {
  linesAtOnce: number
  /** How many of them may lead to one destination. */
  perDestination?: number
  claim: (asked: Asked) => Promise<readonly Claimed[]>
  /** Does one job and answers with the next of its line; undefined where the line is not held any more. */
  perform: (claimed: Claimed, at: number) => Promise<Job | undefined>
  /** Neither of them catches what is the database's: the line is taken up again at the next tick. */
  onFault: (error: unknown) => void
}

/** Lines side by side, each in its own order. */
export function lineWorker({ linesAtOnce, perDestination = linesAtOnce, claim, perform, onFault }: Given): LineWorker {
  const working = new Map<string, { line: string; destination: string; done: Promise<void> }>()
  let now = 0
  let claiming: Promise<void> | undefined
  let again = false

  function pump(): Promise<void> {
    again = true
    return (claiming ??= claimAll()
      .catch((error: unknown) => {
        again = false
        onFault(error)
      })
      .finally(() => {
        claiming = undefined
        // Asked for after the last look and before this.
        return again ? pump() : undefined
      }))
  }

  async function claimAll(): Promise<void> {
    while (again) {
      again = false
      const limit = linesAtOnce - working.size
      if (limit <= 0) return
      const claimed = await claim({ at: now, limit, perDestination, busy: busy() })
      for (const each of claimed) start(each)
      // A destination that takes no more may stand before others that would.
      if (claimed.length === limit || (claimed.length > 0 && perDestination < linesAtOnce)) again = true
    }
  }

  // They may travel to another thread, which takes no promises.
  const busy = () => [...working.values()].map(({ line, destination }) => ({ line, destination }))

  function start(claimed: Claimed): void {
    const { line, destination } = claimed
    working.set(line, { line, destination, done: workOff(claimed) })
  }

  async function workOff(claimed: Claimed): Promise<void> {
    try {
      await work(claimed)
    } catch (error) {
      working.delete(claimed.line)
      return onFault(error)
    }
    working.delete(claimed.line)
    // A claim for many at once: each is a transaction.
    if (working.size <= linesAtOnce / 2) void pump()
  }

  async function work(claimed: Claimed): Promise<void> {
    let next = await perform(claimed, now)
    while (next) next = await perform({ ...claimed, job: next }, now)
  }

  return {
    tick: (at) => {
      now = at
      return pump()
    },
    quiet: async () => {
      while (claiming || working.size > 0) {
        await claiming
        await Promise.all([...working.values()].map(({ done }) => done))
      }
    },
  }
}
