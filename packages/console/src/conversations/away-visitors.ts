import type { Live } from '@portico/client/live'
import type { Topic } from '@portico/protocol/topics'

/** Visitors of conversations one has looked at who are not connected; a null instant: since before anybody looked. */
export type AwayVisitors = {
  of: (topic: Topic) => Away | undefined
  subscribe: (changed: () => void) => () => void
  close: () => void
}
export type Away = { since: number | null }

export function openAwayVisitors(live: Live): AwayVisitors {
  const away = new Map<Topic, Away>()
  const listeners = new Set<() => void>()
  const close = live.onFleeting((topic, message) => {
    if (message.type === 'visitor.away') away.set(topic, { since: message.since })
    else if (message.type !== 'visitor.here' || !away.delete(topic)) return
    for (const changed of listeners) changed()
  })
  return {
    of: (topic) => away.get(topic),
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    close,
  }
}
