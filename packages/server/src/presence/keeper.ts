import type { OperatorId } from '@portico/protocol/ids'
import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { system } from '../platform/actor.ts'
import type { AnyCommand } from '../platform/capability.ts'
import { every, type Clock } from '../platform/clock.ts'
import type { Road } from '../platform/road.ts'
import { ABSENT_MS, RENEW_MS } from './lease.ts'

type Options = { road: Road; clock: Clock; onFault: (fault: { what: string; error: unknown }) => void }

/** Tells the road which operators are connected to this node. */
export function keepPresence({ road, clock, onFault }: Options) {
  const here = new Set<OperatorId>()
  const leaving = new Map<OperatorId, () => void>()
  let closed = false
  let sending: Promise<unknown> = Promise.resolve()

  // One after the other: a renewal that overtook a going would bring back who has gone.
  function send(command: AnyCommand): void {
    const at = clock.now()
    const id = newId<CommandId>(at)
    sending = sending
      .then(() => (closed ? undefined : road.run({ id, command, actor: system('presence'), at })))
      .catch((error: unknown) => onFault({ what: command.type, error }))
  }

  const report = (error: unknown) => onFault({ what: 'lease.renew', error })
  const stopRenewing = every({ clock, ms: RENEW_MS, onFault: report }, () => {
    if (here.size > 0) send({ type: 'lease.renew', operators: [...here] })
  })

  return {
    appeared: (operator: OperatorId) => {
      const cancel = leaving.get(operator)
      leaving.delete(operator)
      cancel?.()
      if (here.has(operator)) return
      here.add(operator)
      send({ type: 'operator.appear', operator })
    },
    left: (operator: OperatorId) => {
      if (closed) return
      const cancel = clock.after(ABSENT_MS, () => {
        leaving.delete(operator)
        here.delete(operator)
        send({ type: 'operator.vanish', operator, unless: 'never' })
      })
      leaving.set(operator, cancel)
    },
    close: () => {
      closed = true
      stopRenewing()
      for (const cancel of leaving.values()) cancel()
    },
  }
}
