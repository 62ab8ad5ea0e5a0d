import type { Refusal } from '@portico/protocol/outcome'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import type { Operator, OperatorSession } from './reads.ts'

export const isAdministrator = (actor: Authority): boolean =>
  actor.kind === 'operator' && (actor.role === 'owner' || actor.role === 'administrator')

/** What only the server itself may send. */
export const mayBeSystem = (actor: Authority): Refusal | undefined => (actor.kind === 'system' ? undefined : refuse('forbidden'))

export const mayInvite = (actor: Authority): Refusal | undefined => (isAdministrator(actor) ? undefined : refuse('forbidden'))

/** One's own sessions, and nobody else's: to others they do not exist. */
export const mayEndSession = (actor: Authority, session: OperatorSession | undefined): Refusal | undefined =>
  actor.kind === 'operator' && session?.operator === actor.id ? undefined : refuse('not-found')

/** Administrators may not touch the owner, and nobody shuts himself out. */
export function mayRevoke(actor: Authority, operator: Operator): Refusal | undefined {
  if (!isAdministrator(actor) || actor.id === operator.id) return refuse('forbidden')
  return operator.role === 'owner' && actor.kind === 'operator' && actor.role !== 'owner' ? refuse('forbidden') : undefined
}
