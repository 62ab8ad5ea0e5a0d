import type { Outcome } from '@portico/protocol/outcome'
import type { SentWithHash } from './outcomes.ts'

/** Longer than the same command can be under way twice: a client sends it again after 30 s at most, over what is new by then. */
const REMEMBERED_MS = 2 * 60_000
const REMEMBERED_MAX = 10_000

type RecentRefusals = {
  find: (sent: SentWithHash, at: number) => Outcome | undefined
  keep: (sent: SentWithHash, outcome: Outcome, at: number) => void
}

/** Refusals that leave no row. Their twins, under way on another connection, must not be decided otherwise meanwhile. */
export function openRecentRefusals(): RecentRefusals {
  const refusals = new Map<string, { hash: string; outcome: Outcome; at: number }>()
  const keyOf = ({ actor, command }: SentWithHash) => `${actor} ${command}`

  return {
    find: (sent, at) => {
      const known = refusals.get(keyOf(sent))
      return known?.hash === sent.hash && at - known.at < REMEMBERED_MS ? known.outcome : undefined
    },
    keep: (sent, outcome, at) => {
      refusals.set(keyOf(sent), { hash: sent.hash, outcome, at })
      const [oldest] = refusals.keys()
      if (refusals.size > REMEMBERED_MAX && oldest !== undefined) refusals.delete(oldest)
    },
  }
}
