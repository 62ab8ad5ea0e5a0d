import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { isAtLeast, type Level } from '@portico/protocol/level-order'
import type { Refusal } from '@portico/protocol/outcome'
import { holds } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import { mayFromOutside } from './permission.ts'

export const mayConfigure = (actor: Authority): Refusal | undefined =>
  holds(actor, 'channels') ? undefined : refuse('forbidden')

export const mayGrant = (actor: Authority): Refusal | undefined => (holds(actor, 'levels') ? undefined : refuse('forbidden'))

/** For so long whoever comes back is in again what he held. */
const LEAVING_UNDONE_MS = 10 * 60_000

/** An owner of the channel comes and goes as he likes; to put others in is to make them owners. */
export function mayJoin(
  actor: Authority,
  { operator, level }: { operator: OperatorId; level: Level | undefined },
): Refusal | undefined {
  const isOwn = actor.kind === 'operator' && actor.id === operator
  return isOwn && mayFromOutside('accept', level) ? undefined : mayGrant(actor)
}

export const isUndoing = (leaving: { at: number }, at: number): boolean => at - leaving.at < LEAVING_UNDONE_MS
export const mayRemoveMember = (actor: Authority, operator: OperatorId): Refusal | undefined =>
  (actor.kind === 'operator' && actor.id === operator) || holds(actor, 'levels') ? undefined : refuse('forbidden')

/** Its requests and conversations are there for whoever may take part in them. */
export const sees = (actor: Authority, channel: ChannelId): boolean =>
  actor.kind === 'operator' && isAtLeast(actor.levels.get(channel), 'participant')

/** All that he sees. */
export const seenBy = ({ levels }: Authority & { kind: 'operator' }): ChannelId[] =>
  [...levels].flatMap(([channel, level]) => (isAtLeast(level, 'participant') ? [channel] : []))
