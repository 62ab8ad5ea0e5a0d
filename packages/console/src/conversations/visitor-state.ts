import type { VisitorPresence } from './visitor-presence.ts'

const AWAY_MS_DEFAULT = 5 * 60_000

type Known = { now: number; awayMs: number | undefined; wroteAt?: number | undefined }

/** A visitor has no switch, and nobody's conversation to have left: he is there, there and doing nothing, or gone (PR9). */
export function visitorState(
  presence: VisitorPresence,
  { now, awayMs = AWAY_MS_DEFAULT, wroteAt }: Known,
): 'active' | 'away' | 'out' {
  if (presence.state === 'away') return 'out'
  const actedAt = Math.max(presence.actedAt ?? now, wroteAt ?? 0)
  return now - actedAt > awayMs ? 'away' : 'active'
}
