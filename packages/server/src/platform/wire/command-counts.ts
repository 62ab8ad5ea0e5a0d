import type { Outcome } from '@portico/protocol/outcome'
import type { CommandCount } from '../metrics.ts'

type CommandCounts = {
  add: (type: string, outcome: Outcome | undefined, ms: number) => void
  all: () => readonly CommandCount[]
}

/** How commands ended on this node, and how long they took. Types and outcomes are the protocol's, so they are few. */
export function openCommandCounts(): CommandCounts {
  const counts = new Map<string, CommandCount>()

  return {
    add: (type, outcome, ms) => {
      const ended = outcome === undefined ? 'unknown' : outcome.ok ? 'ok' : outcome.refused
      const key = `${type} ${ended}`
      const known = counts.get(key) ?? { type, outcome: ended, count: 0, seconds: 0 }
      known.count++
      known.seconds += ms / 1000
      counts.set(key, known)
    },
    all: () => [...counts.values()],
  }
}
