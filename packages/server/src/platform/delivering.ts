import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { system } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/database.ts'
import { Refused, Unreachable, type Deliver } from './deliveries.ts'
import { faultText } from './jobs/ends.ts'
import type { Job } from './jobs/job.ts'
import { lineWorker } from './jobs/line-worker.ts'
import type { Claimed } from './jobs/lines.ts'
import type { Ending } from './jobs/settle.ts'
import type { Outside } from './outside.ts'
import type { Road } from './road.ts'

const LINES_AT_ONCE = 64
/** One that hangs has no more than this of them. */
const PER_DESTINATION = 4
/** Less than the lease of a line, or another node would begin while this one still tries. */
const TRY_MS_MAX = 20_000

type Given = {
  road: Road
  reads: Db
  clock: Clock
  outside: Outside
  delivers: (kind: string) => Deliver | undefined
  onFault: (fault: { what: string; error: unknown }) => void
}

export type Delivering = { tick: (at: number) => Promise<void>; quiet: () => Promise<void>; close: () => void }

/** Carries deliveries out beside everything else: lines in parallel, in order within each. */
export function openDelivering({ road, reads, clock, outside, delivers, onFault }: Given): Delivering {
  const holder = newId()
  const closing = new AbortController()
  const worker = lineWorker({
    linesAtOnce: LINES_AT_ONCE,
    perDestination: PER_DESTINATION,
    claim: (asked) => road.claim({ ...asked, lane: 'network', holder }),
    perform,
    onFault: (error) => onFault({ what: 'deliveries', error }),
  })

  async function perform({ line, destination, job }: Claimed): Promise<Job | undefined> {
    const ending = job ? await attempt(job) : ({ state: 'done' } as const)
    // Whoever is closing leaves it as it is: its lease ends, and the next one tries it with the same id.
    if (closing.signal.aborted) return undefined
    return road.settle({ line, destination, job, holder, at: clock.now(), ending, drawn: Math.random() })
  }

  async function attempt(job: Job): Promise<Ending> {
    try {
      await withinTime(job)
      return { state: 'done' }
    } catch (error) {
      onFault({ what: `delivery ${job.what}`, error })
      return { state: stateAfter(error), fault: faultText(error) }
    }
  }

  /** However the other side behaves, the try is over in time: what does not heed its signal is left behind. */
  async function withinTime(job: Job): Promise<void> {
    const over = new AbortController()
    const limit = Promise.withResolvers<never>()
    const stop = clock.after(TRY_MS_MAX, () => {
      limit.reject(new Error(`no end after ${TRY_MS_MAX / 1000} s`))
      over.abort()
    })
    try {
      await Promise.race([carryOut(job, AbortSignal.any([over.signal, closing.signal])), limit.promise])
    } finally {
      stop()
    }
  }

  async function carryOut({ id, capability, what, body }: Job, signal: AbortSignal): Promise<void> {
    const carry = delivers(what)
    if (!carry) throw new Error(`nobody delivers ${what}`)
    const actor = system(capability)
    await carry(
      {
        id,
        now: clock.now,
        reads,
        outside,
        signal,
        send: (command) => road.run({ id: newId<CommandId>(clock.now()), command, actor, at: clock.now(), once: true }),
      },
      JSON.parse(body) as never, // what the row's writer kept
    )
  }

  return {
    tick: worker.tick,
    quiet: worker.quiet,
    close: () => closing.abort(),
  }
}

function stateAfter(error: unknown): 'unreachable' | 'refused' | 'failed' {
  if (error instanceof Unreachable) return 'unreachable'
  return error instanceof Refused ? 'refused' : 'failed'
}
