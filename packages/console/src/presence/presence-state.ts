import type { Presence } from '@portico/protocol/presence'

export type PresenceState = 'active' | 'unavailable' | 'out'

/** What colleagues see of somebody: no console connected, availability switched off, or there. */
export function presenceState(presence: Pick<Presence, 'availableAt' | 'connectedAt'> | undefined): PresenceState {
  if (!presence || presence.connectedAt === null) return 'out'
  return presence.availableAt === null ? 'unavailable' : 'active'
}
