import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import { refuse } from './capability.ts'
import type { Db, InTransaction } from './db/database.ts'
import { worksAtOnce } from './db/dialect.ts'
import { faultOf } from './db/faults.ts'
import { trimJobs } from './jobs/ends.ts'
import { lineWorker } from './jobs/line-worker.ts'
import type { Job } from './jobs/job.ts'
import { claimLines, type Claim, type Claimed } from './jobs/lines.ts'
import { jobPerformer } from './jobs/perform.ts'
import { settle, type Settled } from './jobs/settle.ts'
import { trimHeads, trimLog } from './log.ts'
import { trimOutcomes } from './outcomes.ts'
import type { Registry } from './registry.ts'
import { commandRunner, type Beside, type Committed, type Frame } from './run-command.ts'
import { trimSecurity } from './security-log.ts'

const RETRY_MS = 2000
/** Without room a small write may still succeed among others that fail: only so long after the last failure there is room again. */
const ROOM_AGAIN_MS = 5000

/** Whether the disk takes what is written. */
export type Room = 'enough' | 'none'

export type Road = {
  /** Resolves when the answer is durable. Rejects when it is unknown whether the command took effect: its retry decides. */
  run: (frame: Frame) => Promise<Outcome>
  /** Runs what is due at this instant and answers what waits for a reaction; resolves when nothing is left to do here. */
  tick: (at: number) => Promise<void>
  /** Lines of deliveries for whoever carries them out, and what became of them: this alone is done here, not the carrying. */
  claim: (asked: Claim) => Promise<readonly Claimed[]>
  settle: (settled: Settled) => Promise<Job | undefined>
  /** Forgets what is past its age: entries of the logs, heads of idle topics, answers to commands. */
  trim: (at: number) => Promise<void>
  close: () => Promise<void>
}

type RoadOptions = {
  registry: Registry
  db: Db
  inTransaction: InTransaction
  /** Called after each commit, in the order of commits. */
  onCommitted: (committed: Committed) => void
  /** A reaction or due command that failed for another reason than a refusal. */
  onFault: (fault: { what: string; error: unknown }) => void
  /** Called when the disk is found full, and when it has room again. */
  onRoom: (room: Room) => void
}

export function openRoad({ registry, db, inTransaction, onCommitted, onFault, onRoom }: RoadOptions): Road {
  const take = commandRunner({ registry, db, inTransaction })
  const holder = newId()
  const work = lineWorker({
    linesAtOnce: worksAtOnce(db),
    claim: (asked) => inTransaction((tx) => claimLines(tx, { ...asked, lane: 'road', holder })),
    perform: jobPerformer({ registry, db, inTransaction, holder, run: commit, onFault }),
    onFault: (error) => onFault({ what: 'tick', error }),
  })
  let fullAt: number | undefined

  async function run(frame: Frame): Promise<Outcome> {
    try {
      return await commit(frame)
    } catch (error) {
      const fault = faultOf(error)
      if (fault === undefined || fault === 'broken') throw error
      return refuse('retry', { afterMs: RETRY_MS })
    }
  }

  async function commit(frame: Frame, beside?: Beside): Promise<Outcome> {
    try {
      const { outcome, committed } = await take(frame, beside)
      if (outcome.ok) hasRoom(frame.at)
      if (isHeard(committed)) onCommitted(committed)
      if (committed.reactions > 0) void work.tick(frame.at)
      return outcome
    } catch (error) {
      if (faultOf(error) === 'full') hasNoRoom(frame.at)
      throw error
    }
  }

  function hasNoRoom(at: number): void {
    if (fullAt === undefined) onRoom('none')
    fullAt = at
  }
  function hasRoom(at: number): void {
    if (fullAt === undefined || at - fullAt < ROOM_AGAIN_MS) return
    fullAt = undefined
    onRoom('enough')
  }

  async function tick(at: number): Promise<void> {
    await work.tick(at)
    await work.quiet()
  }

  async function trim(at: number): Promise<void> {
    for (const trimSome of [trimLog, trimHeads, trimOutcomes]) while (await inTransaction((tx) => trimSome(tx, at)));
    await inTransaction((tx) => trimSecurity(tx, at))
    await inTransaction((tx) => trimJobs(tx, at))
  }

  return {
    run,
    tick,
    claim: (asked) => inTransaction((tx) => claimLines(tx, asked)),
    settle: (settled) => inTransaction((tx) => settle(tx, settled)),
    trim,
    close: work.quiet,
  }
}

const isHeard = ({ entries, stirred, security }: Committed) => entries.length > 0 || stirred.length > 0 || security.length > 0
