import { CLOSE } from '@portico/protocol/close-codes'
import type { Refusal } from '@portico/protocol/outcome'
import type { Why } from './outlet.ts'

/** Why whoever is recognised no more is sent away: people are told whether it was their session or their account. */
export const sentAway = ({ detail }: Refusal): Why =>
  detail === 'withdrawn'
    ? { code: CLOSE.withdrawn, reason: 'the access was withdrawn' }
    : { code: CLOSE.revoked, reason: 'the session has ended' }
