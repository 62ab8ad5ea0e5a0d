import type { Presence } from '@portico/protocol/presence'

export type PresenceState = 'active' | 'away' | 'inactive' | 'unavailable' | 'out'
export type KnownPresence = Pick<Presence, 'availability' | 'connectedAt' | 'loggedInUntil' | 'idleSince'>

/** What colleagues see of somebody: no session, not to be reached by visitors, doing nothing or with no console open, or there; in this order (PR9). */
export function presenceState(presence: KnownPresence | undefined, now: number): Exclude<PresenceState, 'inactive'> {
  if (!presence || (presence.loggedInUntil ?? 0) <= now) return 'out'
  if (presence.availability !== 'everybody') return 'unavailable'
  return presence.connectedAt !== null && presence.idleSince === null ? 'active' : 'away'
}

/** Whom visitors may count on: who waits for them need not move the mouse, but has a console open. */
export const isThere = (presence: Pick<Presence, 'availability' | 'connectedAt'> | undefined): boolean =>
  presence !== undefined && presence.connectedAt !== null && presence.availability === 'everybody'
