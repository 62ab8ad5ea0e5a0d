import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import { every, type Clock } from '../clock.ts'
import type { Members } from '../members/members.ts'
import type { Hub } from './hub.ts'
import type { Publish } from './publish.ts'
import type { Session } from './session.ts'

/** A page that is left for the next one, a poll that begins anew: shorter absences are none. */
const ABSENT_MS = 3000
const AWAY_KEPT_MAX = 10_000
/** A node says so often who is there, and looks as often at what the others have said. */
const LOOK_MS = 2000

/**
 * Tells operators who look at a conversation whether its visitor is connected: somebody listens on the visitor's side of it, on
 * whichever node, or nobody. Where nobody can say, nothing is said, and what was said stands.
 */
type Attendance = {
  joined: (topic: Topic, session: Session) => void
  left: (topic: Topic) => void
  /** What another node has said of it; answers whether it is to be passed on here. */
  heard: (topic: Topic, fleeting: Fleeting) => boolean
  close: () => void
}

type Given = {
  /** Names this node among the others. */
  name: string
  hub: Hub
  members: Members
  publish: Publish
  clock: Clock
  onFault: (error: unknown) => void
}

export function openAttendance({ name, hub, members, publish, clock, onFault }: Given): Attendance {
  const away = new Map<string, number>()
  const leaving = new Map<string, () => void>()
  /** What was last said here of the conversations that are looked at here. */
  const said = new Map<string, 'here' | 'away'>()

  const isHere = (id: string) => hub.sessionsOn(`chat:${id}`).length > 0 || leaving.has(id)

  function came(id: string): void {
    const isFirst = hub.sessionsOn(`chat:${id}`).length === 1 && !leaving.has(id)
    leaving.get(id)?.()
    leaving.delete(id)
    if (!isFirst) return
    members.join(`chat:${id}`, name).catch(() => {}) // the next renewal says it again
    note(id, { type: 'visitor.here' })
    publish(`conversation:${id}`, { type: 'visitor.here' })
  }
  function went(id: string): void {
    if (hub.sessionsOn(`chat:${id}`).length > 0) return
    const since = clock.now()
    leaving.get(id)?.()
    leaving.set(
      id,
      clock.after(ABSENT_MS, () => {
        leaving.delete(id)
        part(id, since).catch(onFault)
      }),
    )
  }
  async function part(id: string, since: number): Promise<void> {
    await members.leave(`chat:${id}`, name).catch(() => {}) // as above
    if ((await stateOf(id)) !== 'away' || isHere(id)) return
    note(id, { type: 'visitor.away', since })
    publish(`conversation:${id}`, { type: 'visitor.away', since })
  }

  async function stateOf(id: string): Promise<'here' | 'away' | 'unknown'> {
    if (isHere(id)) return 'here'
    const listed = await members.list([`chat:${id}`])
    if (listed === 'unknown') return 'unknown'
    return listed.get(`chat:${id}`)?.length ? 'here' : 'away'
  }
  function note(id: string, fleeting: Fleeting): void {
    if (hub.sessionsOn(`conversation:${id}`).length > 0) said.set(id, fleeting.type === 'visitor.away' ? 'away' : 'here')
    away.delete(id)
    if (fleeting.type !== 'visitor.away') return
    away.set(id, fleeting.since ?? clock.now())
    const [oldest] = away.keys()
    if (away.size > AWAY_KEPT_MAX && oldest !== undefined) away.delete(oldest)
  }

  async function tell(session: Session, id: string): Promise<void> {
    const before = said.get(id)
    const state = await stateOf(id)
    // What was said meanwhile is newer.
    if (state === 'unknown' || said.get(id) !== before) return
    said.set(id, state)
    const since = away.get(id) ?? null
    hub.tell(session, `conversation:${id}`, state === 'here' ? { type: 'visitor.here' } : { type: 'visitor.away', since })
  }

  /** Finds what nobody has said: a node has gone with its visitors, or a word of it was lost. */
  async function look(): Promise<void> {
    await members.renew()
    const ids = [...hub.topics()].flatMap((topic) => (topic.startsWith('conversation:') ? [idOf(topic)] : []))
    for (const id of said.keys()) if (hub.sessionsOn(`conversation:${id}`).length === 0) said.delete(id)
    const listed = await members.list(ids.map((id) => `chat:${id}` as const))
    if (listed === 'unknown') return
    for (const id of ids) {
      const state = isHere(id) || listed.get(`chat:${id}`)?.length ? 'here' : 'away'
      if (said.get(id) === state || !said.has(id)) continue
      const fleeting: Fleeting = state === 'here' ? { type: 'visitor.here' } : { type: 'visitor.away', since: clock.now() }
      note(id, fleeting)
      hub.fleet(`conversation:${id}`, fleeting)
    }
  }
  // A store that is away for a while is no fault: what is shown stands meanwhile.
  const stopLooking = every({ clock, ms: LOOK_MS, onFault: () => {} }, look)

  return {
    joined: (topic, session) => {
      if (topic.startsWith('chat:')) came(idOf(topic))
      if (topic.startsWith('conversation:')) tell(session, idOf(topic)).catch(onFault)
    },
    left: (topic) => {
      if (topic.startsWith('chat:')) went(idOf(topic))
    },
    heard: (topic, fleeting) => {
      if (fleeting.type !== 'visitor.here' && fleeting.type !== 'visitor.away') return true
      if (fleeting.type === 'visitor.away' && isHere(idOf(topic))) return false
      note(idOf(topic), fleeting)
      return true
    },
    close: () => {
      stopLooking()
      for (const cancel of leaving.values()) cancel()
    },
  }
}

const idOf = (topic: Topic) => topic.slice(topic.indexOf(':') + 1)
