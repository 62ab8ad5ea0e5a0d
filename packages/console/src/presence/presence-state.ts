import type { Presence } from '@portico/protocol/presence'

export type PresenceState = 'active' | 'unavailable' | 'out'

/** What colleagues see of somebody: no console connected, not to be reached by visitors, or there. */
export function presenceState(presence: Pick<Presence, 'availability' | 'connectedAt'> | undefined): PresenceState {
  if (!presence || presence.connectedAt === null) return 'out'
  return presence.availability === 'everybody' ? 'active' : 'unavailable'
}
