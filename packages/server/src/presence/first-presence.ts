import type { OperatorId } from '@portico/protocol/ids'
import type { Presence } from '@portico/protocol/presence'

/** Who comes for the first time is available: a new operator need not find the switch. */
export const firstPresence = (operator: OperatorId, at: number): Presence => ({
  operator,
  availability: 'everybody',
  availabilityAt: at,
  connectedAt: null,
  idleSince: null,
  loggedInUntil: null,
  loweredAt: null,
})
