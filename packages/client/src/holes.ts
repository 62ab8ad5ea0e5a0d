import { hasHole } from './kept-topic.ts'
import type { LiveState } from './live-state.ts'
import type { Clock } from './surroundings.ts'
import type { Topic } from '@portico/protocol/topics'

const HOLE_MS = 2000

type Holes = {
  /** Looks whether this topic lacks anything, and has it asked for if that stays so. */
  look: (topic: Topic) => void
  /** Should come by itself. */
  expect: (topic: Topic) => void
  close: () => void
}

type Given = {
  clock: Clock
  state: LiveState
  /** False without a connection: the next hello asks for everything. */
  ask: (topic: Topic) => boolean
}

/** Asks again for what did not come in 2 s; a topic that is being filled is left alone. */
export function openHoles({ clock, state, ask }: Given): Holes {
  const timers = new Map<Topic, () => void>()

  function expect(topic: Topic) {
    if (timers.has(topic)) return
    const before = state.get(topic)
    const cancel = clock.after(HOLE_MS, () => {
      timers.delete(topic)
      const kept = state.get(topic)
      if (!kept || (kept.cursor !== null && !hasHole(kept))) return
      const isStuck = kept.cursor === before?.cursor && kept.parts === before.parts
      if (!isStuck || ask(topic)) expect(topic)
    })
    timers.set(topic, cancel)
  }

  return {
    look: (topic) => {
      const kept = state.get(topic)
      if (kept && hasHole(kept)) expect(topic)
    },
    expect,
    close: () => {
      for (const cancel of timers.values()) cancel()
    },
  }
}
