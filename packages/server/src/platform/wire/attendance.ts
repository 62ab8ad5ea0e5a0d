import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import type { Clock } from '../clock.ts'
import type { Hub } from './hub.ts'
import type { Session } from './session.ts'

/** A page that is left for the next one, a poll that begins anew: shorter absences are none. */
const ABSENT_MS = 3000
const AWAY_KEPT_MAX = 10_000

/** Tells operators who look at a conversation whether its visitor is connected: somebody listens on the visitor's side of it, or nobody. */
export type Attendance = {
  joined: (topic: Topic, session: Session) => void
  left: (topic: Topic) => void
  close: () => void
}

export function openAttendance(hub: Hub, clock: Clock): Attendance {
  const away = new Map<string, number>()
  const leaving = new Map<string, () => void>()

  function came(id: string) {
    const wasLeaving = leaving.get(id)
    wasLeaving?.()
    leaving.delete(id)
    if (away.delete(id)) hub.fleet(`conversation:${id}`, { type: 'visitor.here' })
  }
  function went(id: string) {
    if (hub.sessionsOn(`chat:${id}`).length > 0) return
    const since = clock.now()
    leaving.get(id)?.()
    leaving.set(
      id,
      clock.after(ABSENT_MS, () => {
        leaving.delete(id)
        remember(id, since)
        hub.fleet(`conversation:${id}`, { type: 'visitor.away', since })
      }),
    )
  }
  function remember(id: string, since: number) {
    away.set(id, since)
    const [oldest] = away.keys()
    if (away.size > AWAY_KEPT_MAX && oldest !== undefined) away.delete(oldest)
  }
  const stateOf = (id: string): Fleeting =>
    hub.sessionsOn(`chat:${id}`).length > 0 || leaving.has(id)
      ? { type: 'visitor.here' }
      : { type: 'visitor.away', since: away.get(id) ?? null }

  return {
    joined: (topic, session) => {
      const [kind, id = ''] = topic.split(':')
      if (kind === 'chat') came(id)
      if (kind === 'conversation') hub.tell(session, topic, stateOf(id))
    },
    left: (topic) => {
      const [kind, id = ''] = topic.split(':')
      if (kind === 'chat') went(id)
    },
    close: () => {
      for (const cancel of leaving.values()) cancel()
    },
  }
}
