import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { isAdministrator } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'

export const mayConfigure = (actor: Authority): Refusal | undefined => (isAdministrator(actor) ? undefined : refuse('forbidden'))

/** Who reads a channel is decided by those who configure it; anybody may leave. */
const mayAddMember = mayConfigure

/** How long it can be undone that somebody has left, or was removed. */
const LEAVING_UNDONE_MS = 10 * 60_000

type Coming = { operator: OperatorId; leaving: { by: OperatorId | null; at: number } | undefined; at: number }

/** Whoever has left by himself may change his mind. */
export function mayJoin(actor: Authority, { operator, leaving, at }: Coming): Refusal | undefined {
  const isOwn = actor.kind === 'operator' && actor.id === operator && leaving?.by === operator
  return isOwn && isUndoing(leaving, at) ? undefined : mayAddMember(actor)
}

export const isUndoing = (leaving: { at: number }, at: number): boolean => at - leaving.at < LEAVING_UNDONE_MS
export const mayRemoveMember = (actor: Authority, operator: OperatorId): Refusal | undefined =>
  isAdministrator(actor) || (actor.kind === 'operator' && actor.id === operator) ? undefined : refuse('forbidden')

export const isMember = (actor: Authority, channel: ChannelId): boolean =>
  actor.kind === 'operator' && actor.channels.includes(channel)
