import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic, TopicKind } from '@portico/protocol/topics'
import type { Bus } from '../bus/bus.ts'
import type { Attended } from '../capability.ts'
import { every, type Clock } from '../clock.ts'
import type { Members } from '../members/members.ts'
import { attendedPages } from './attended-pages.ts'
import type { Hub } from './hub.ts'
import type { Publish } from './publish.ts'
import type { Session } from './session.ts'

/** A page that is left for the next one, a poll that begins anew: shorter absences are none. */
const ABSENT_MS = 3000
const AWAY_KEPT_MAX = 10_000
/** A node says so often who is there, and looks as often at what the others have said. */
const LOOK_MS = 2000

/**
 * Tells whoever looks at something whether its visitor is connected: somebody listens on the visitor's side of it, on whichever
 * node, or nobody. Where nobody can say, nothing is said, and what was said stands.
 */
type Attendance = {
  joined: (topic: Topic, session: Session) => void
  left: (topic: Topic) => void
  /** Whoever listens to these is on another page. */
  turned: (topics: Iterable<Topic>) => void
  /** What another node has said of it; answers whether it is to be passed on here. */
  heard: (topic: Topic, fleeting: Fleeting) => boolean
  close: () => void
}

type Here = Omit<Extract<Fleeting, { type: 'visitor.here' }>, 'type'>

type Given = {
  /** Which topics people look at, and whose listeners they are told of; undefined where nobody is. */
  attended: Attended | undefined
  /** Names this node among the others. */
  name: string
  hub: Hub
  members: Members
  publish: Publish
  bus: Pick<Bus, 'publishFleeting'>
  clock: Clock
  onFault: (error: unknown) => void
}

export const openAttendance = ({ attended, ...given }: Given): Attendance =>
  attended ? attend(attended, given) : { joined: () => {}, left: () => {}, turned: () => {}, heard: () => true, close: () => {} }

function attend(
  { of, toldOn: on }: Attended,
  { name, hub, members, publish, bus, clock, onFault }: Omit<Given, 'attended'>,
): Attendance {
  const topicOf = (id: string): Topic => `${of}:${id}`
  const toldOn = (id: string): Topic => `${on}:${id}`
  const away = new Map<string, number>()
  const leaving = new Map<string, () => void>()
  /** What was last said here of those that are looked at here. */
  const said = new Map<string, 'here' | 'away'>()
  /** Where those are who are looked at here and are on other nodes. */
  const elsewhere = new Map<string, Here>()
  /** Of whom another node has been asked, and has not answered yet. */
  const sought = new Set<string>()
  const pages = attendedPages({
    clock,
    sessionsOf: (id) => hub.sessionsOn(topicOf(id)),
    say: (id) => publish(toldOn(id), here(id)),
  })

  const isHere = (id: string) => hub.sessionsOn(topicOf(id)).length > 0 || leaving.has(id)

  function here(id: string): Fleeting {
    const page = pages.now(id) ?? elsewhere.get(id)?.page
    const actedAt = pages.actedAt(id) ?? elsewhere.get(id)?.actedAt
    return { type: 'visitor.here', ...(page && { page }), ...(actedAt !== undefined && { actedAt }) }
  }

  function came(id: string): void {
    const isFirst = hub.sessionsOn(topicOf(id)).length === 1 && !leaving.has(id)
    leaving.get(id)?.()
    leaving.delete(id)
    if (!isFirst) return pages.turned(id)
    members.join(topicOf(id), name).catch(() => {}) // the next renewal says it again
    const coming = here(id)
    pages.told(id, pages.now(id))
    note(id, coming)
    publish(toldOn(id), coming)
  }
  function went(id: string): void {
    if (hub.sessionsOn(topicOf(id)).length > 0) return
    const since = clock.now()
    leaving.get(id)?.()
    leaving.set(
      id,
      clock.after(ABSENT_MS, () => {
        leaving.delete(id)
        pages.gone(id)
        part(id, since).catch(onFault)
      }),
    )
  }
  async function part(id: string, since: number): Promise<void> {
    await members.leave(topicOf(id), name).catch(() => {}) // as above
    if ((await stateOf(id)) !== 'away' || isHere(id)) return
    note(id, { type: 'visitor.away', since })
    publish(toldOn(id), { type: 'visitor.away', since })
  }

  async function stateOf(id: string): Promise<'here' | 'away' | 'unknown'> {
    if (isHere(id)) return 'here'
    const listed = await members.list([topicOf(id)])
    if (listed === 'unknown') return 'unknown'
    return listed.get(topicOf(id))?.length ? 'here' : 'away'
  }
  /** Hints may be lost: it is asked again at each look until there is an answer. */
  function seek(id: string): void {
    sought.add(id)
    bus.publishFleeting(topicOf(id), { type: 'visitor.sought' })
  }
  function note(id: string, fleeting: Fleeting): void {
    if (hub.sessionsOn(toldOn(id)).length > 0) said.set(id, fleeting.type === 'visitor.away' ? 'away' : 'here')
    away.delete(id)
    sought.delete(id)
    noteElsewhere(id, fleeting)
    if (fleeting.type !== 'visitor.away') return
    away.set(id, fleeting.since ?? clock.now())
    const [oldest] = away.keys()
    if (away.size > AWAY_KEPT_MAX && oldest !== undefined) away.delete(oldest)
  }

  function noteElsewhere(id: string, fleeting: Fleeting): void {
    if (fleeting.type === 'visitor.away') elsewhere.delete(id)
    const isLookedAt = hub.sessionsOn(toldOn(id)).length > 0
    if (fleeting.type === 'visitor.here' && isLookedAt && !isHere(id)) elsewhere.set(id, { ...elsewhere.get(id), ...fleeting })
  }

  async function tell(session: Session, id: string): Promise<void> {
    const before = said.get(id)
    const state = await stateOf(id)
    // What was said meanwhile is newer.
    if (state === 'unknown' || said.get(id) !== before) return
    said.set(id, state)
    const since = away.get(id) ?? null
    hub.tell(session, toldOn(id), state === 'here' ? here(id) : { type: 'visitor.away', since })
    if (state === 'here' && !isHere(id)) seek(id)
  }

  /** Finds what nobody has said: a node has gone with its visitors, or a word of it was lost. */
  async function look(): Promise<void> {
    await members.renew()
    const ids = [...hub.topics()].flatMap((topic) => (isOf(topic, on) ? [idOf(topic)] : []))
    for (const id of [...said.keys(), ...elsewhere.keys(), ...sought]) {
      if (hub.sessionsOn(toldOn(id)).length > 0) continue
      said.delete(id)
      elsewhere.delete(id)
      sought.delete(id)
    }
    for (const id of sought) seek(id)
    const listed = await members.list(ids.map((id) => topicOf(id)))
    if (listed === 'unknown') return
    for (const id of ids) {
      const state = isHere(id) || listed.get(topicOf(id))?.length ? 'here' : 'away'
      if (said.get(id) === state || !said.has(id)) continue
      const fleeting: Fleeting = state === 'here' ? here(id) : { type: 'visitor.away', since: clock.now() }
      note(id, fleeting)
      hub.fleet(toldOn(id), fleeting)
    }
  }
  // A store that is away for a while is no fault: what is shown stands meanwhile.
  const stopLooking = every({ clock, ms: LOOK_MS, onFault: () => {} }, look)

  return {
    joined: (topic, session) => {
      if (isOf(topic, of)) came(idOf(topic))
      if (isOf(topic, on)) tell(session, idOf(topic)).catch(onFault)
    },
    left: (topic) => {
      if (isOf(topic, of)) went(idOf(topic))
    },
    turned: (topics) => {
      for (const topic of topics) if (isOf(topic, of)) pages.turned(idOf(topic))
    },
    heard: (topic, fleeting) => {
      if (fleeting.type === 'visitor.sought') {
        if (isOf(topic, of) && isHere(idOf(topic))) publish(toldOn(idOf(topic)), here(idOf(topic)))
        return false
      }
      if (fleeting.type !== 'visitor.here' && fleeting.type !== 'visitor.away') return true
      if (fleeting.type === 'visitor.away' && isHere(idOf(topic))) return false
      note(idOf(topic), fleeting)
      return true
    },
    close: () => {
      stopLooking()
      pages.close()
      for (const cancel of leaving.values()) cancel()
    },
  }
}

const isOf = (topic: Topic, kind: TopicKind) => topic.startsWith(`${kind}:`)
const idOf = (topic: Topic) => topic.slice(topic.indexOf(':') + 1)
