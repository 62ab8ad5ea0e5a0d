import type { Colleague, Role } from '@portico/protocol/auth'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { refuse, type Decision } from '../platform/capability.ts'
import type { AuthEvent } from './events.ts'
import type { Invitation, Operator } from './reads.ts'

export const SESSION_MS = 12 * 60 * 60 * 1000
export const SETUP_OFFER_MS = 7 * 24 * 60 * 60 * 1000
/** Each start of each server makes one: of those that nobody has used the newest are good. */
export const SETUP_OFFERS_MAX = 20
export const INVITATION_MS = 7 * 24 * 60 * 60 * 1000

export type NewAccount = { operator: OperatorId; name: string; email: string; passwordHash: string }

/** The first account is the owner's, made with the link that was printed on the terminal. */
export function createOwner(
  account: NewAccount,
  { offered, hasOperators, at }: { offered: boolean; hasOperators: boolean; at: number },
): Decision<AuthEvent> {
  if (!offered || hasOperators) return refuse('not-found')
  return [joined(account, { role: 'owner', channels: DEFAULT_CHANNELS, by: 'setup', at })]
}

/** An invitation is good once, until it expires. */
export function join(
  account: NewAccount & { tokenHash: string },
  { invitation, isEmailTaken, at }: { invitation: Invitation | undefined; isEmailTaken: boolean; at: number },
): Decision<AuthEvent> {
  if (!invitation || invitation.acceptedAt !== null || invitation.expiresAt <= at) return refuse('not-found')
  if (isEmailTaken) return refuse('exists', { detail: 'email' })
  return [
    { type: 'invitation.accepted', tokenHash: account.tokenHash, at },
    joined(account, { ...invitation, by: 'invitation', at }),
  ]
}

export const colleagueOf = ({ id, name, role, joinedAt }: Operator): Colleague => ({ id, name, role, joinedAt })

const DEFAULT_CHANNELS = ['main' as ChannelId] // the channel that every installation begins with

function joined(
  { operator, name, email, passwordHash }: NewAccount,
  { role, channels, by, at }: { role: Role; channels: readonly ChannelId[]; by: 'setup' | 'invitation'; at: number },
): AuthEvent {
  return {
    type: 'operator.joined',
    operator: { id: operator, name: name.trim(), role, joinedAt: at },
    email: email.toLowerCase(),
    passwordHash,
    channels,
    by,
    at,
  }
}
