import type { Outcome } from '@portico/protocol/outcome'
import { system } from './actor.ts'
import { refuse } from './capability.ts'
import type { Db, InTransaction } from './db/database.ts'
import { faultOf } from './db/faults.ts'
import { derivedId, dropDue, findDue } from './due.ts'
import { trimHeads, trimLog } from './log.ts'
import { trimOutcomes } from './outcomes.ts'
import { dropReaction, findReactions, postponeReaction, type Reaction } from './reactions.ts'
import { findByName, type Registry } from './registry.ts'
import { commandRunner, type Committed, type Frame } from './run-command.ts'
import { trimSecurity } from './security-log.ts'

const RETRY_MS = 2000
/** Without room a small write may still succeed among others that fail: only so long after the last failure there is room again. */
const ROOM_AGAIN_MS = 5000

/** Whether the disk takes what is written. */
export type Room = 'enough' | 'none'

export type Road = {
  /** Resolves when the answer is durable. Rejects when it is unknown whether the command took effect: its retry decides. */
  run: (frame: Frame) => Promise<Outcome>
  /** Runs what is due at this instant and answers what waits for a reaction; resolves when nothing is left to do then. */
  tick: (at: number) => Promise<void>
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
  const reactionsOf = findByName(registry.capabilities.map(({ name, reactions }) => ({ [name]: reactions })))
  let ticking: Promise<void> = Promise.resolve()
  let fullAt: number | undefined

  async function run(frame: Frame): Promise<Outcome> {
    try {
      const { outcome, committed } = await take(frame)
      if (outcome.ok) hasRoom(frame.at)
      if (isHeard(committed)) onCommitted(committed)
      if (committed.reactions > 0) void tick(frame.at)
      return outcome
    } catch (error) {
      const fault = faultOf(error)
      if (fault === undefined || fault === 'broken') throw error
      if (fault === 'full') hasNoRoom(frame.at)
      return refuse('retry', { afterMs: RETRY_MS })
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

  // One after the other, so that a reaction is never answered by two ticks at once.
  function tick(at: number): Promise<void> {
    ticking = ticking.then(() => settle(at)).catch((error: unknown) => onFault({ what: 'tick', error }))
    return ticking
  }

  async function settle(at: number): Promise<void> {
    while ((await runDue(at)) + (await react(at)) > 0);
  }

  // Whatever cannot be done now stays where it is, with all behind it: the next tick begins with it.
  async function runDue(at: number): Promise<number> {
    const due = await findDue(db, at)
    for (const each of due) {
      const id = derivedId(`due:${each.id}`)
      if (isNotNow(await run({ id, command: each.command, actor: system(each.capability), at }))) return 0
      await inTransaction((tx) => dropDue(tx, each))
    }
    return due.length
  }

  async function react(at: number): Promise<number> {
    const reactions = await findReactions(db, at)
    for (const reaction of reactions) {
      try {
        if ((await answer(reaction, at)) === 'not now') return 0
        await inTransaction((tx) => dropReaction(tx, reaction))
      } catch (error) {
        if (faultOf(error)) throw error // the database's, not the reaction's: no try is counted
        onFault({ what: `${reaction.capability} reacting to ${reaction.event.type}`, error })
        await inTransaction((tx) => postponeReaction(tx, reaction, at))
        return 0
      }
    }
    return reactions.length
  }

  async function answer({ id, capability, event, depth }: Reaction, at: number): Promise<'answered' | 'not now'> {
    const commands = (await reactionsOf(capability)?.[event.type]?.(db, event as never)) ?? [] // as never: see AnyCapability
    for (const [i, command] of commands.entries()) {
      const outcome = await run({ id: derivedId(`reaction:${id}:${i}`), command, actor: system(capability), at, depth })
      if (isNotNow(outcome)) return 'not now'
    }
    return 'answered'
  }

  async function trim(at: number): Promise<void> {
    for (const trimSome of [trimLog, trimHeads, trimOutcomes]) while (await inTransaction((tx) => trimSome(tx, at)));
    await inTransaction((tx) => trimSecurity(tx, at))
  }

  return { run, tick, trim, close: async () => ticking }
}

const isHeard = ({ entries, stirred, security }: Committed) => entries.length > 0 || stirred.length > 0 || security.length > 0
const isNotNow = (outcome: Outcome) => !outcome.ok && outcome.refused === 'retry'
