import type { CommandId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { system } from '../platform/actor.ts'
import type { AnyCommand } from '../platform/capability.ts'
import { every, type Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import { readLeases } from '../platform/node-lease.ts'
import type { Road } from '../platform/road.ts'
import { watchBeats } from './beats.ts'
import { ABSENT_MS, RENEW_ALONE_MS, RENEW_MS } from './lease.ts'
import { readAllConnections, readPresenceRules } from './reads.ts'

type Options = {
  /** Names this one. */
  node: string
  /** Whether others may be there, who must be told that this one is. */
  isShared: boolean
  road: Road
  reads: Db
  clock: Clock
  onFault: (fault: { what: string; error: unknown }) => void
}

/** Tells the road which operators are connected to this node, and which nodes are there no more. */
export function keepPresence({ node, isShared, road, reads, clock, onFault }: Options) {
  const here = new Set<OperatorId>()
  const actedAt = new Map<OperatorId, number>()
  /** Of whom the road has been told that they do nothing here. */
  const idle = new Set<OperatorId>()
  const leaving = new Map<OperatorId, () => void>()
  const beats = watchBeats()
  let closed = false
  let wroteAt = clock.now()
  let sending: Promise<unknown> = Promise.resolve()

  const run = (command: AnyCommand) => {
    const at = clock.now()
    return road.run({ id: newId<CommandId>(at), command, actor: system('presence'), at, once: true })
  }
  // One after the other: a coming that overtook a going would bring back who has gone.
  function send(command: AnyCommand): Promise<unknown> {
    sending = sending
      .then(() => (closed ? undefined : run(command)))
      .catch((error: unknown) => onFault({ what: command.type, error }))
    return sending
  }

  /** Alone it need not say so, but a disk that is full, or has room again, is found out by writing. */
  function isTimeToWrite(): boolean {
    const now = clock.now()
    if (here.size === 0 || now - wroteAt < RENEW_ALONE_MS) return false
    wroteAt = now
    return true
  }

  /** Told once when it begins and once when it ends, however often somebody moves the mouse. */
  async function lookForIdle(): Promise<void> {
    if (here.size === 0) return
    const { operatorAwayMs } = await readPresenceRules(reads)
    for (const operator of here) {
      const since = actedAt.get(operator) ?? clock.now()
      const isIdle = clock.now() - since > operatorAwayMs
      if (isIdle === idle.has(operator)) continue
      if (isIdle) idle.add(operator)
      else idle.delete(operator)
      void send({ type: 'operator.idle', operator, node, since: isIdle ? since : null })
    }
  }

  function acted(operator: OperatorId): void {
    actedAt.set(operator, clock.now())
    if (idle.delete(operator)) void send({ type: 'operator.idle', operator, node, since: null })
  }

  async function look(): Promise<void> {
    // Whoever cannot say that he is there has no say on others: the database may be what is silent.
    const renewed = isShared || isTimeToWrite() ? await run({ type: 'node.renew', node }) : undefined
    if (renewed && !renewed.ok) return beats.forget()
    await lookForIdle()
    const connections = await readAllConnections(reads)
    const leases = await readLeases(reads)
    const kept = new Set(connections.filter((each) => each.node === node).map(({ operator }) => operator))
    // Another node may have thought this one silent while it stood still, or the database was away when somebody went.
    for (const operator of here) if (!kept.has(operator)) void send({ type: 'operator.appear', operator, node })
    for (const operator of kept) if (!here.has(operator)) void send({ type: 'operator.vanish', operator, node })
    const others = new Map<string, number | null>([...connections.map((each) => [each.node, null] as const), ...leases])
    others.delete(node)
    for (const silent of beats.silentAmong(others, clock.now())) {
      const beat = leases.get(silent) ?? null
      for (const { operator, node: where } of connections)
        if (where === silent) void send({ type: 'operator.vanish', operator, node: silent, beat })
      void send({ type: 'node.forget', node: silent, beat })
    }
    await sending
  }

  if (isShared) void send({ type: 'node.renew', node })
  const stopLooking = every({ clock, ms: RENEW_MS, onFault: (error) => onFault({ what: 'node.renew', error }) }, look)

  return {
    appeared: (operator: OperatorId) => {
      const cancel = leaving.get(operator)
      leaving.delete(operator)
      cancel?.()
      acted(operator)
      if (here.has(operator)) return
      here.add(operator)
      void send({ type: 'operator.appear', operator, node })
    },
    acted,
    left: (operator: OperatorId) => {
      if (closed) return
      const cancel = clock.after(ABSENT_MS, () => {
        leaving.delete(operator)
        here.delete(operator)
        actedAt.delete(operator)
        idle.delete(operator)
        void send({ type: 'operator.vanish', operator, node })
      })
      leaving.set(operator, cancel)
    },
    close: () => {
      closed = true
      stopLooking()
      for (const cancel of leaving.values()) cancel()
    },
  }
}
