import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import type { Stirred } from '../capability.ts'
import type { Clock } from '../clock.ts'
import { STIR_MS } from './limits.ts'

type Stirring = { say: (stirred: readonly Stirred[]) => void; close: () => void }

/** At most one hint a second and node for each conversation; of those that come meanwhile the last is said. */
export function openStirring(publish: (topic: Topic, fleeting: Fleeting) => void, clock: Clock): Stirring {
  const quiet = new Map<string, { waiting: Stirred | undefined; cancel: () => void }>()

  function say(stirred: Stirred) {
    const known = quiet.get(stirred.conversation)
    if (known) {
      known.waiting = stirred
      return
    }
    publish(stirred.topic, stirred.fleeting)
    const entry = { waiting: undefined as Stirred | undefined, cancel: () => {} } // filled while it is quiet
    entry.cancel = clock.after(STIR_MS, () => {
      quiet.delete(stirred.conversation)
      if (entry.waiting) say(entry.waiting)
    })
    quiet.set(stirred.conversation, entry)
  }

  return {
    say: (stirred) => stirred.forEach(say),
    close: () => {
      for (const { cancel } of quiet.values()) cancel()
      quiet.clear()
    },
  }
}
