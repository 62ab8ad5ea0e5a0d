import type { Topic } from '@portico/protocol/topics'
import type { Heard } from './bus.ts'

export type Subscriptions = {
  subscribe: (topic: Topic, listener: (heard: Heard) => void) => () => void
  tell: (topic: Topic, heard: Heard) => void
}

/** Who on this node wants to hear of which topic. */
export function openSubscriptions(): Subscriptions {
  const listeners = new Map<Topic, Set<(heard: Heard) => void>>()

  return {
    subscribe: (topic, listener) => {
      const own = listeners.get(topic) ?? new Set()
      listeners.set(topic, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(topic) === own) listeners.delete(topic)
      }
    },
    tell: (topic, heard) => listeners.get(topic)?.forEach((listener) => listener(heard)),
  }
}
