import type { Colleague, Me, Role } from '@portico/protocol/auth'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { refuse, type Decision } from '../platform/capability.ts'
import type { AuthEvent } from './events.ts'
import { stateOf, type Invitation } from './invitation.ts'
import { mayStillInvite } from './policy.ts'
import type { Operator } from './reads.ts'

export const SESSION_MS = 12 * 60 * 60 * 1000
export const SETUP_OFFER_MS = 7 * 24 * 60 * 60 * 1000
/** Each start of each server makes one: of those that nobody has used the newest are good. */
export const SETUP_OFFERS_MAX = 20
/** Of whoever stays signed in on his device. */
export const LONG_SESSION_MS = 30 * 24 * 60 * 60 * 1000

export type NewAccount = { operator: OperatorId; name: string; email: string; passwordHash: string }

/** The first account is the owner's, made with the link that was printed on the terminal. */
export function createOwner(
  account: NewAccount,
  { offered, hasOperators, at }: { offered: boolean; hasOperators: boolean; at: number },
): Decision<AuthEvent> {
  if (!offered || hasOperators) return refuse('not-found')
  return [joined(account, { role: 'owner', channels: DEFAULT_CHANNELS, by: 'setup', at })]
}

type Invited = { invitation: Invitation | undefined; maker: Operator | undefined; isEmailTaken: boolean; at: number }

/** An invitation is good once, until it expires, and as long as whoever made it may invite. */
export function join(
  account: NewAccount & { tokenHash: string },
  { invitation, maker, isEmailTaken, at }: Invited,
): Decision<AuthEvent> {
  if (!invitation || stateOf(invitation, at) !== 'open' || !mayStillInvite(maker)) return refuse('not-found')
  if (isEmailTaken) return refuse('exists', { detail: 'email' })
  return [
    { type: 'invitation.accepted', tokenHash: account.tokenHash, at },
    joined(account, { ...invitation, by: 'invitation', at }),
  ]
}

/** An installation keeps an owner, whoever of several steps down at once. */
export function changeRole(operator: Operator, { role, owners }: { role: Role; owners: number }): Refusal | AuthEvent[] {
  if (operator.revokedAt !== null) return refuse('not-found')
  if (operator.role === role) return []
  if (operator.role === 'owner' && owners === 1) return refuse('last-owner')
  return [{ type: 'role.changed', operator: colleagueOf({ ...operator, role }), was: operator.role }]
}

export const meOf = (operator: Operator, channels: readonly ChannelId[]): Me => ({
  ...colleagueOf(operator),
  email: operator.email,
  language: operator.language,
  alias: operator.alias,
  channels: [...channels],
})

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
