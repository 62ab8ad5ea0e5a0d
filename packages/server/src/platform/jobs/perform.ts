import type { Outcome } from '@portico/protocol/outcome'
import { system } from '../actor.ts'
import type { AnyCommand } from '../capability.ts'
import type { Db, InTransaction, Tx } from '../db/database.ts'
import { faultOf } from '../db/faults.ts'
import { derivedId } from '../derived-id.ts'
import { findByName, type Registry } from '../registry.ts'
import type { Beside, Frame } from '../run-command.ts'
import { dropJob, faultText, postponeJob } from './ends.ts'
import type { Job } from './job.ts'
import { moveOn, type Claimed } from './lines.ts'

const BACKOFF_MS = 1000

/** The line has another holder, or the job is not there any more: what was begun for it is undone. */
class Lost extends Error {}

type Given = {
  registry: Registry
  db: Db
  inTransaction: InTransaction
  holder: string
  run: (frame: Frame, beside?: Beside) => Promise<Outcome>
  onFault: (fault: { what: string; error: unknown }) => void
}

/** Does what a reaction or a due row asks for. Its command and the end of its row are one transaction, so each is done once. */
export function jobPerformer({ registry, db, inTransaction, holder, run, onFault }: Given) {
  const reactionsOf = findByName(registry.capabilities.map(({ name, reactions }) => ({ [name]: reactions })))

  return async function perform({ line, job }: Claimed, at: number): Promise<Job | undefined> {
    try {
      return await (job ? orPostpone(job, at) : inTransaction((tx) => next(tx, { line, at })))
    } catch (error) {
      if (error instanceof Lost) return undefined
      throw error
    }
  }

  async function orPostpone(job: Job, at: number): Promise<Job | undefined> {
    try {
      return await performOne(job, at)
    } catch (error) {
      if (error instanceof Lost || faultOf(error)) throw error // the database's, not the job's: no try is counted
      onFault({ what: `${job.kind} ${job.what} of ${job.capability}`, error })
      return inTransaction((tx) => fail(tx, { job, at, error }))
    }
  }

  async function performOne(job: Job, at: number): Promise<Job | undefined> {
    const commands = await commandsOf(job)
    const frame = (command: AnyCommand): Frame => ({
      id: derivedId(`${job.id} ${JSON.stringify(command)}`),
      command,
      actor: system(job.capability),
      at,
      depth: job.depth,
    })
    // Those before the last have transactions of their own: after a failure their answers are remembered.
    for (const command of commands.slice(0, -1)) throwIfLater(await run(frame(command)))
    const last = commands.at(-1)
    if (!last) return inTransaction((tx) => end(tx, job, at))
    let following: Job | undefined
    await run(
      { ...frame(last), once: true },
      {
        first: (tx) => takeAway(tx, job),
        last: async (tx, outcome) => {
          throwIfLater(outcome)
          following = await next(tx, { line: job.line, at })
        },
      },
    )
    return following
  }

  async function commandsOf({ kind, capability, what, body }: Job): Promise<readonly AnyCommand[]> {
    const kept = JSON.parse(body) as never // as it was kept: a command, or what the reaction declared
    if (kind === 'due') return [kept]
    // A reaction that the next version does not declare any more asks for nothing.
    return (await reactionsOf(capability)?.[what]?.answer(db, kept)) ?? []
  }

  async function end(tx: Tx, job: Job, at: number): Promise<Job | undefined> {
    await takeAway(tx, job)
    return next(tx, { line: job.line, at })
  }

  async function takeAway(tx: Tx, job: Job): Promise<void> {
    if (!(await dropJob(tx, job))) throw new Lost()
  }

  async function next(tx: Tx, { line, at }: { line: string; at: number }): Promise<Job | undefined> {
    const moved = await moveOn(tx, { line, holder, at })
    if (moved === 'lost') throw new Lost()
    return moved === 'none' ? undefined : moved
  }

  async function fail(tx: Tx, { job, at, error }: { job: Job; at: number; error: unknown }): Promise<Job | undefined> {
    await postponeJob(tx, job, { at, nextAt: at + BACKOFF_MS * 2 ** job.tries, fault: faultText(error) })
    return next(tx, { line: job.line, at })
  }
}

function throwIfLater(outcome: Outcome): void {
  if (!outcome.ok && outcome.refused === 'retry') throw new Error('it was refused for now')
}
