import type { FleetingSent } from '@portico/protocol/fleeting'
import type { Outcome } from '@portico/protocol/outcome'
import { actorName, type Authority } from '../actor.ts'
import type { Audiences } from '../audiences.ts'
import type { Bus } from '../bus/bus.ts'
import type { Attended, CountsAs, Relayed } from '../capability.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import type { Members } from '../members/members.ts'
import type { Recognise } from '../registry.ts'
import type { Road } from '../road.ts'
import type { Frame } from '../run-command.ts'
import type { FillElements } from '../elements.ts'
import type { ReadSnapshot } from '../snapshots.ts'
import { openAttendance } from './attendance.ts'
import { openChallenges } from './challenges.ts'
import { openCommandCounts } from './command-counts.ts'
import { commandLimits, type Sent } from './command-limits.ts'
import type { Hub } from './hub.ts'
import type { Lists } from './lists.ts'
import { openLimitHits } from './limit-hits.ts'
import { DRAFTS_PER_SECOND, TYPING_MS } from './limits.ts'
import type { Session } from './session.ts'
import { openPaces } from './pace.ts'
import type { Publish } from './publish.ts'
import { openPayments } from './payments.ts'
import { openSharedLimits } from './shared-limits.ts'
import { tally } from './tally.ts'
import { tokenBucket } from './token-bucket.ts'

export type Fault = { what: string; error: unknown }
type NodeOptions = {
  clock: Clock
  epoch: string
  /** Names it among the others. */
  name: string
  hub: Hub
  bus: Bus
  members: Members
  /** Says something in passing to all who listen, on whichever node. */
  publish: Publish
  reads: Db
  /** What several nodes write to together. */
  shared: Db | undefined
  /** By which all nodes sign challenges. */
  challengeKey: Buffer
  road: Road
  readSnapshot: ReadSnapshot
  fill: FillElements
  lists: Lists
  audiences: Audiences
  recognise: Recognise
  countsAs: (type: string) => CountsAs<never> | undefined
  attended: Attended | undefined
  relays: (authority: Authority, sent: FleetingSent) => Promise<readonly Relayed[]>
  onFault: (fault: Fault) => void
  /** The first connection of an operator has come, or the last has gone. */
  onOperator: (operator: string, connected: boolean) => void
  /** He does something in one of his consoles; each says so at most once a minute. */
  onActed: (operator: string) => void
}

/** What every session of this node works with: the road, the reads, and the limits that span sessions. */
export type Node = ReturnType<typeof openNode>

export function openNode(options: NodeOptions) {
  const { clock, road, publish, recognise, onFault, onOperator } = options
  const sessions = new Set<Session>()
  const persons = new Map<string, Set<Session>>()
  const sharedLimits = openSharedLimits(options.shared)
  const challenges = openChallenges({ secret: options.challengeKey, spend: sharedLimits.spend })
  const limitHits = openLimitHits()
  const commands = openCommandCounts()
  const limits = commandLimits({ challenges, shared: sharedLimits, limitHits, countsAs: options.countsAs })
  const typings = tokenBucket({ burst: 1, perMs: 1 / TYPING_MS })
  const drafts = tokenBucket({ burst: DRAFTS_PER_SECOND, perMs: DRAFTS_PER_SECOND / 1000 })

  /** Undefined where it is unknown whether the command took effect: then nothing is answered, and the retry decides. */
  async function run(sent: Sent): Promise<Outcome | undefined> {
    const { prefix: address, device, solution: _, ...frame } = sent
    const at = clock.now()
    const notNow = await limits.ask(sent, at)
    const outcome = notNow ?? (await decide({ ...frame, from: { address, device }, at }))
    if (outcome && !notNow) await limits.settle(sent, outcome)
    commands.add(frame.command.type, outcome, clock.now() - at)
    return outcome
  }

  async function decide(frame: Frame): Promise<Outcome | undefined> {
    try {
      return await road.run(frame)
    } catch (error) {
      onFault({ what: `command ${frame.id} ${frame.command.type}`, error })
      return undefined
    }
  }

  async function relay(session: Session | undefined, authority: Authority, sent: FleetingSent): Promise<void> {
    const limiter = sent.type === 'typing' ? typings : drafts
    // A visitor writes in one place; an operator goes from one to the next.
    const key = authority.kind === 'visitor' ? authority.id : `${authority.id} ${sent.conversation}`
    if (limiter(key, clock.now()) > 0) return limitHits.hit(sent.type === 'typing' ? 'typing' : 'drafts')
    for (const { topic, fleeting } of await options.relays(authority, sent)) publish(topic, fleeting, session)
  }

  return {
    ...options,
    attendance: openAttendance({ ...options, onFault: (error) => onFault({ what: 'attendance', error }) }),
    challenges,
    sharedLimits,
    limitHits,
    payments: openPayments(limitHits),
    resent: openPaces({ clock, limitHits }),
    commands: commands.all,
    run,
    relay,
    recognise: (actor: Session['actor']) => recognise(options.reads, actor, clock.now()),
    /** Connections by the prefix of their address, over whichever transport. */
    connections: tally(),
    sessions: (): readonly Session[] => [...sessions],
    /** All connections of one person on this node. */
    sessionsOf: (actor: Session['actor']): readonly Session[] => [...(persons.get(actorName(actor)) ?? [])],
    enter: (session: Session) => {
      const { actor } = session
      const own = persons.get(actorName(actor)) ?? new Set()
      if (actor.kind === 'operator' && own.size === 0) onOperator(actor.id, true)
      sessions.add(session)
      persons.set(actorName(actor), own.add(session))
    },
    acted: (actor: Session['actor']) => {
      if (actor.kind === 'operator') options.onActed(actor.id)
    },
    leave: (session: Session) => {
      const { actor } = session
      if (!sessions.delete(session)) return
      const own = persons.get(actorName(actor))
      own?.delete(session)
      if (own?.size) return
      persons.delete(actorName(actor))
      if (actor.kind === 'operator') onOperator(actor.id, false)
    },
  }
}
