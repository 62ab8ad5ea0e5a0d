import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { isAdministrator } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'

export const mayConfigure = (actor: Authority): Refusal | undefined => (isAdministrator(actor) ? undefined : refuse('forbidden'))

/** Who reads a channel is decided by those who configure it; anybody may leave. */
export const mayAddMember = mayConfigure
export const mayRemoveMember = (actor: Authority, operator: OperatorId): Refusal | undefined =>
  isAdministrator(actor) || (actor.kind === 'operator' && actor.id === operator) ? undefined : refuse('forbidden')

export const isMember = (actor: Authority, channel: ChannelId): boolean =>
  actor.kind === 'operator' && actor.channels.includes(channel)
