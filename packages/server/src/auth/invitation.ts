import type { InvitationRowView, Role } from '@portico/protocol/auth'
import type { ChannelId, InvitationId, OperatorId } from '@portico/protocol/ids'

export const INVITATION_MS = 7 * 24 * 60 * 60 * 1000

/** Why an invitation ended before its time: somebody cancelled it, or whoever made it may not invite any more. */
export type Ending = 'cancelled' | 'maker'

export type Invitation = {
  id: InvitationId
  tokenHash: string
  by: OperatorId
  role: Role
  channels: readonly ChannelId[]
  madeAt: number
  expiresAt: number
  acceptedAt: number | null
  ending: Ending | null
  email: string | null
}

export function stateOf(
  { acceptedAt, ending, expiresAt }: Pick<Invitation, 'acceptedAt' | 'ending' | 'expiresAt'>,
  at: number,
): InvitationRowView['state'] {
  if (acceptedAt !== null) return 'accepted'
  if (ending !== null) return ending === 'maker' ? 'ended' : 'cancelled'
  return expiresAt <= at ? 'expired' : 'open'
}
