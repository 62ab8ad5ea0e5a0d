import type { Presence } from '@portico/protocol/presence'

export type PresenceState = 'active' | 'away' | 'unavailable' | 'out'

/** What colleagues see of somebody: no console connected, not to be reached by visitors, idle, or there; in this order (PR9). */
export function presenceState(presence: Pick<Presence, 'availability' | 'connectedAt' | 'idleSince'> | undefined): PresenceState {
  if (!presence || presence.connectedAt === null) return 'out'
  if (presence.availability !== 'everybody') return 'unavailable'
  return presence.idleSince === null ? 'active' : 'away'
}

/** Whom visitors may count on: who waits for them need not move the mouse. */
export const isThere = (state: PresenceState): boolean => state === 'active' || state === 'away'
