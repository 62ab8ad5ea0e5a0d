import type { Topic } from '@portico/protocol/topics'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import { readSince } from '../read-since.ts'
import type { Hub } from './hub.ts'
import { HINT_MS, HINTED_AT_ONCE } from './limits.ts'

type Given = { hub: Hub; reads: Db; clock: Clock; onFault: (error: unknown) => void }
export type Hints = { hear: (topic: Topic, position: number) => void; close: () => void }

/** Other nodes say which heads have moved; what came to them is read here, for all topics of a few milliseconds at once. */
export function openHints({ hub, reads, clock, onFault }: Given): Hints {
  const hinted = new Map<Topic, number>()
  let state: 'quiet' | 'gathering' | 'reading' | 'closed' = 'quiet'
  let cancel = () => {}

  function gather(): void {
    if (state !== 'quiet' || hinted.size === 0) return
    state = 'gathering'
    cancel = clock.after(HINT_MS, () => {
      state = 'reading'
      void read()
        .catch(onFault) // the position check finds what was to be read
        .finally(() => {
          if (state !== 'reading') return
          state = 'quiet'
          gather()
        })
    })
  }

  async function read(): Promise<void> {
    const taken = [...hinted].slice(0, HINTED_AT_ONCE)
    for (const [topic] of taken) hinted.delete(topic)
    const points = taken.flatMap(([topic, position]) => hub.pointBefore(topic, position) ?? [])
    if (points.length === 0) return
    const entries = await readSince(reads, points)
    hub.deliver(entries)
    const reached = new Map(entries.map(({ topic, position }) => [topic, position]))
    for (const [topic, position] of taken) {
      const last = reached.get(topic)
      if (last !== undefined && last < position) hinted.set(topic, Math.max(position, hinted.get(topic) ?? 0))
    }
    // Where the log goes on from another point than ours each connection finds its own way.
    for (const { topic, position } of points)
      if (!reached.has(topic))
        for (const session of hub.sessionsOn(topic)) session.check({ topic, position: position + 1, tag: '' })
  }

  return {
    hear: (topic, position) => {
      if (state === 'closed') return
      hinted.set(topic, Math.max(position, hinted.get(topic) ?? 0))
      gather()
    },
    close: () => {
      state = 'closed'
      cancel()
    },
  }
}
