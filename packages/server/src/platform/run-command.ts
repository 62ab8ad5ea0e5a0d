import type { CommandId } from '@portico/protocol/ids'
import type { Outcome } from '@portico/protocol/outcome'
import type { SecurityRow } from '@portico/protocol/security'
import { newId } from '@portico/protocol/new-id'
import { actorName, type Actor, type Authority } from './actor.ts'
import { isRefusal, refuse, type AnyCommand, type Decision, type Event, type Stirred } from './capability.ts'
import type { Db, InTransaction, Tx } from './db/database.ts'
import { letAllGo } from './db/at-hand.ts'
import { lockSubjects, locksSubjects } from './db/dialect.ts'
import { sent } from './db/flights.ts'
import { keepJobs, type NewJob } from './jobs/keep.ts'
import { append, type Appended } from './log.ts'
import { findOutcome, isKept, keepOutcome, sentBy } from './outcomes.ts'
import { reactionJob } from './reactions.ts'
import { openRecentRefusals } from './recent-refusals.ts'
import { byName, findByName, type Registry } from './registry.ts'
import { keepSecurity, type From } from './security-log.ts'

const ID_AGE_MS_MAX = 7 * 24 * 60 * 60 * 1000
/** The clocks of nodes and what clients make of them may differ; what is farther ahead would sort before all that is to come. */
const ID_AHEAD_MS_MAX = 60 * 60 * 1000
const REACTION_DEPTH_MAX = 8

/**
 * `depth` counts the reactions that led to this command; `from` is the wire's word, and no part of what is sent. What is sent
 * `once` has an id that nobody else knows: no retry can come, so its answer is not kept.
 */
export type Frame = { id: CommandId; command: AnyCommand; actor: Actor; at: number; from?: From; depth?: number; once?: true }
/** What else the transaction of a command does: `first` under its locks, `last` when its work is done. */
export type Beside = { first: (tx: Tx) => Promise<void>; last: (tx: Tx, outcome: Outcome) => Promise<void> }
export type Committed = {
  entries: readonly Appended[]
  stirred: readonly Stirred[]
  security: readonly SecurityRow[]
  reactions: number
}
export type Taken = { outcome: Outcome; committed: Committed }

/** Before the commit: the positions of entries may still be under way. */
type Recorded = Omit<Committed, 'entries'> & { entries: { answer: Promise<readonly Appended[]> } }
const NOTHING: Recorded = { entries: { answer: Promise.resolve([]) }, stirred: [], security: [], reactions: 0 }

/** The road: lock, answer if answered before, decide, write, append, keep the answer; one transaction. */
export function commandRunner({ registry, db, inTransaction }: { registry: Registry; db: Db; inTransaction: InTransaction }) {
  const { capabilities, recognise, governs } = registry
  const subjectsOf = byName(capabilities.map(({ subjects }) => subjects))
  const decide = byName(capabilities.map(({ commands }) => commands))
  const write = byName(capabilities.map(({ writes }) => writes))
  const broadcast = byName(capabilities.map(({ broadcasts }) => broadcasts))
  const recent = openRecentRefusals()
  const note = findByName(capabilities.map(({ security }) => (security === 'none' ? undefined : security)))
  const stir = findByName(capabilities.map(({ stirs }) => stirs))
  const foresee = findByName(capabilities.map(({ foresees }) => foresees))

  return async function run(frame: Frame, beside?: Beside): Promise<Taken> {
    const subjects = locksSubjects(db) ? await subjectsOf(frame.command.type)(frame.command as never, frame.actor, db) : [] // as never: see AnyCapability
    const locked = [`command:${actorName(frame.actor)}:${frame.id}`, ...subjects]
    const { outcome, recorded } = await inTransaction(async (tx) => {
      const taken = await take(tx, frame, { locked, beside })
      await beside?.last(tx, taken.outcome)
      return taken
    })
    return { outcome, committed: { ...recorded, entries: await recorded.entries.answer } }
  }

  // Subjects first, then topics, each in one order for everybody: no two commands can wait for each other.
  async function take(
    tx: Tx,
    frame: Frame,
    { locked, beside }: { locked: readonly string[]; beside: Beside | undefined },
  ): Promise<{ outcome: Outcome; recorded: Recorded }> {
    await lockSubjects(tx, locked)
    const command = sentBy(frame.actor, frame.id, frame.command)
    const asked = Promise.all([findOutcome(tx, command), recognise(tx, frame.actor, frame.at), beside?.first(tx)])
    foresee(frame.command.type)?.(tx, frame.command as never, frame.actor) // as never: see AnyCapability
    const [kept, authority] = await asked
    const earlier = kept ?? recent.find(command, frame.at)
    if (earlier) return { outcome: earlier, recorded: NOTHING }
    const untimely = untimelinessOf(frame)
    if (untimely) return { outcome: refuse(untimely, { now: frame.at }), recorded: NOTHING }

    const decision = isRefusal(authority) ? authority : await decideFor(tx, frame, authority)
    const recorded = isRefusal(decision) ? NOTHING : await record(tx, frame, eventsOf(decision))
    const outcome = answerTo(decision)
    if (isKept(outcome) && !frame.once) await keepOutcome(tx, { ...command, outcome, at: frame.at })
    else if (!outcome.ok && outcome.refused !== 'retry') recent.keep(command, outcome, frame.at)
    return { outcome, recorded }
  }

  function decideFor(tx: Tx, { command, at }: Frame, actor: Authority): Promise<Decision<Event>> {
    const context = { actor, now: () => at, newId: <Id extends string>() => newId<Id>(at) }
    return decide(command.type)(tx, command as never, context)
  }

  async function record(tx: Tx, frame: Frame, events: readonly Event[]): Promise<Recorded> {
    for (const event of events) {
      await write(event.type)(tx, event as never)
      if (governs(event.type)) letAllGo(tx)
    }
    const shown = events.flatMap((event) => broadcast(event.type)(event as never))
    const entries = await sent(tx, append(tx, shown, frame.at))
    const security = await keepNotes(tx, frame, events)
    const reactions = await keepReactions(tx, frame, events)
    return { entries, security, stirred: events.flatMap((event) => stir(event.type)?.(event as never) ?? []), reactions }
  }

  async function keepNotes(tx: Tx, { actor, at, from }: Frame, events: readonly Event[]): Promise<SecurityRow[]> {
    const kept: SecurityRow[] = []
    for (const event of events) {
      const noted = note(event.type)
      const told = noted === 'none' ? undefined : noted?.(event as never, actor) // as never: see AnyCapability
      if (told) kept.push(await keepSecurity(tx, { note: told, actor, at, from }))
    }
    return kept
  }

  async function keepReactions(tx: Tx, { at, depth = 0 }: Frame, events: readonly Event[]): Promise<number> {
    const jobs: NewJob[] = []
    for (const event of events) {
      for (const { name, reactions } of capabilities) {
        const reaction = reactions?.[event.type]
        if (!reaction) continue
        if (depth >= REACTION_DEPTH_MAX)
          throw new Error(`${event.type} is the end of ${depth} reactions, at most ${REACTION_DEPTH_MAX} may follow`)
        jobs.push(reactionJob(reaction, { id: newId(at), capability: name, event, depth: depth + 1, at }))
      }
    }
    await keepJobs(tx, jobs, at)
    return jobs.length
  }
}

const eventsOf = (decision: Exclude<Decision<Event>, { ok: false }>) => ('events' in decision ? decision.events : decision)

function answerTo(decision: Decision<Event>): Outcome {
  if (isRefusal(decision)) return decision
  return { ok: true, ...('names' in decision && decision.names) }
}

// What the server sends to itself has ids derived from rows, which bear no instant.
function untimelinessOf({ id, actor, at }: Frame): 'stale' | 'early' | undefined {
  if (actor.kind === 'system') return undefined
  const minted = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  if (minted > at + ID_AHEAD_MS_MAX) return 'early'
  return minted >= at - ID_AGE_MS_MAX ? undefined : 'stale'
}
