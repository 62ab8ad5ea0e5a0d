import type { Topic } from '@portico/protocol/topics'
import type { Clock } from './surroundings.ts'

/** What nobody looks at any more stays up to date for a little: people go back and forth. */
const LINGER_MS = 10_000

export type Watched = {
  /** Returns the undoing. */
  add: (topic: Topic) => () => void
  has: (topic: Topic) => boolean
  topics: () => readonly Topic[]
  close: () => void
}

/** Which topics somebody looks at, and how many do. */
export function openWatched(clock: Clock, forget: (topic: Topic) => void): Watched {
  const counts = new Map<Topic, number>()
  const timers = new Set<() => void>()

  function linger(topic: Topic) {
    const cancel = clock.after(LINGER_MS, () => {
      timers.delete(cancel)
      release(topic)
    })
    timers.add(cancel)
  }

  function release(topic: Topic) {
    const count = (counts.get(topic) ?? 0) - 1
    if (count > 0) return void counts.set(topic, count)
    counts.delete(topic)
    return forget(topic)
  }

  return {
    add: (topic) => {
      counts.set(topic, (counts.get(topic) ?? 0) + 1)
      let undo = () => {
        undo = () => {}
        linger(topic)
      }
      return () => undo()
    },
    has: (topic) => counts.has(topic),
    topics: () => [...counts.keys()],
    close: () => {
      for (const cancel of timers) cancel()
    },
  }
}
