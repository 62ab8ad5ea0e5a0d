import type { Topic } from '@portico/protocol/topics'
import type { KeptTopic } from './kept-topic.ts'
import { openListeners } from './listeners.ts'

/** Everything that changes lives here and in the outbox; whoever changes something says `changed`. */
export type LiveState = {
  get: (topic: Topic) => KeptTopic | undefined
  put: (topic: Topic, kept: KeptTopic) => void
  drop: (topic: Topic) => void
  topics: () => readonly Topic[]
  changed: () => void
  subscribe: (heard: () => void) => () => void
}

export function openLiveState(): LiveState {
  const kept = new Map<Topic, KeptTopic>()
  const listeners = openListeners<[]>()
  let topics: readonly Topic[] = []
  let announced = true

  function changed() {
    if (!announced) return
    announced = false
    queueMicrotask(() => {
      announced = true
      listeners.say()
    })
  }

  return {
    get: (topic) => kept.get(topic),
    put: (topic, next) => {
      const before = kept.get(topic)
      kept.set(topic, next)
      if (!before) topics = [...kept.keys()]
      if (before?.shown !== next.shown || !before) changed()
    },
    drop: (topic) => {
      if (!kept.delete(topic)) return
      topics = [...kept.keys()]
      changed()
    },
    topics: () => topics,
    changed,
    subscribe: listeners.add,
  }
}
