import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import type { Appended, Head } from '../log.ts'
import { entriesFrame, fleetingFrame } from './frames.ts'
import { firstPage } from './first-page.ts'
import type { Session } from './session.ts'

export type Hub = {
  join: (topic: Topic, session: Session) => void
  leave: (topic: Topic, session: Session) => void
  /** Committed entries, handed to whoever listens on this node. */
  deliver: (entries: readonly Appended[]) => void
  fleet: (topic: Topic, fleeting: Fleeting, except?: Session) => void
  tell: (session: Session, topic: Topic, fleeting: Fleeting) => void
  /** As they are while one goes through them: who comes later may be met too. */
  topics: () => Iterator<Topic> & Iterable<Topic>
  sessionsOn: (topic: Topic) => readonly Session[]
  /** Where the last of those stands who have not come as far as this; undefined where all have, or are on their way. */
  pointBefore: (topic: Topic, position: number) => Head | undefined
}

/**
 * Who listens to what on this node. Each frame is made once, however many hear it. `attend` is told of each topic when the first
 * comes to listen to it, and undone when the last has gone.
 */
export function openHub(attend: (topic: Topic) => () => void = () => () => {}): Hub {
  const listeners = new Map<Topic, Set<Session>>()
  const undoings = new Map<Topic, () => void>()

  function deliver(entries: readonly Appended[]): void {
    for (const [topic, own] of Map.groupBy(entries, (entry) => entry.topic)) {
      const sessions = listeners.get(topic)
      if (!sessions) continue
      for (const page of pagesOf(own)) {
        const encoded = Buffer.from(entriesFrame(page))
        for (const session of sessions) session.deliver(page, encoded)
      }
    }
  }

  return {
    join: (topic, session) => {
      const sessions = listeners.get(topic) ?? new Set()
      if (sessions.size === 0) undoings.set(topic, attend(topic))
      listeners.set(topic, sessions.add(session))
    },
    leave: (topic, session) => {
      const sessions = listeners.get(topic)
      sessions?.delete(session)
      if (sessions?.size !== 0) return
      listeners.delete(topic)
      undoings.get(topic)?.()
      undoings.delete(topic)
    },
    deliver,
    fleet: (topic, fleeting, except) => {
      const sessions = listeners.get(topic)
      if (!sessions) return
      const encoded = Buffer.from(fleetingFrame(topic, fleeting))
      for (const session of sessions) if (session !== except) session.hear(encoded)
    },
    tell: (session, topic, fleeting) => session.hear(Buffer.from(fleetingFrame(topic, fleeting))),
    topics: () => listeners.keys(),
    sessionsOn: (topic) => [...(listeners.get(topic) ?? [])],
    pointBefore: (topic, position) => {
      let least: Head | undefined
      for (const session of listeners.get(topic) ?? []) {
        const point = session.pointBefore(topic, position)
        if (point && (!least || point.position < least.position)) least = { ...point, topic }
      }
      return least
    },
  }
}

/** Of one topic. Two commits may be heard of in the wrong order, and of one on another node nothing is heard here. */
function pagesOf(entries: readonly Appended[]): (readonly Appended[])[] {
  const pages: (readonly Appended[])[] = []
  let rest: readonly Appended[] = entries.toSorted((one, other) => one.position - other.position)
  while (rest.length > 0) {
    const page = firstPage(rest)
    pages.push(page)
    rest = rest.slice(page.length)
  }
  return pages
}
