import type { CannedSharedWith } from '@portico/protocol/canned'
import type { Refusal } from '@portico/protocol/outcome'
import { isAdministrator, maySupervise } from '../auth/policy.ts'
import { sees } from '../channels/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import type { CannedText } from './events.ts'

type Shared = Pick<CannedText, 'by' | 'sharedWith'>

/** His own, and what is shared with everybody or with a channel in which he takes part. */
export function has(actor: Authority, { by, sharedWith }: Shared): boolean {
  if (actor.kind !== 'operator') return false
  switch (sharedWith.kind) {
    case 'nobody':
      return by === actor.id
    case 'everybody':
      return true
    case 'channels':
      return by === actor.id || isAdministrator(actor) || sharedWith.channels.some((channel) => sees(actor, channel))
  }
}

/** To whoever has it not it does not exist. What is shared its maker changes, and those who administer. */
export function mayChange(actor: Authority, canned: Shared): Refusal | undefined {
  if (!has(actor, canned)) return refuse(actor.kind === 'operator' ? 'not-found' : 'forbidden')
  return (actor.kind === 'operator' && actor.id === canned.by) || isAdministrator(actor) ? undefined : refuse('forbidden')
}

/** With the channels one takes part in; with everybody whoever looks after the work of others. */
export function mayShare(actor: Authority, sharedWith: CannedSharedWith): Refusal | undefined {
  if (actor.kind !== 'operator') return refuse('forbidden')
  const may =
    sharedWith.kind === 'nobody' ||
    maySupervise(actor) ||
    (sharedWith.kind === 'channels' && sharedWith.channels.every((channel) => sees(actor, channel)))
  return may ? undefined : refuse('forbidden')
}
