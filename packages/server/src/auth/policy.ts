import type { Refusal } from '@portico/protocol/outcome'
import type { Right } from '@portico/protocol/rights'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import type { Operator, OperatorSession } from './reads.ts'

export const isAdministrator = (actor: Authority): boolean =>
  actor.kind === 'operator' && (actor.role === 'owner' || actor.role === 'administrator')

/** What the roles of an installation may is its owners' to say. */
export const holds = (actor: Authority, right: Right): boolean => actor.kind === 'operator' && actor.rights.has(right)
/** Who looks after the work of others gives it out too. */
export const maySupervise = (actor: Authority): boolean =>
  isAdministrator(actor) || (actor.kind === 'operator' && actor.role === 'supervisor')

export const mayInvite = (actor: Authority): Refusal | undefined => (isAdministrator(actor) ? undefined : refuse('forbidden'))
export const mayCancel = mayInvite

/** Whether what an operator began, and what outlives the moment, is still his to go on with. */
export const mayStillInvite = (maker: Operator | undefined): boolean =>
  maker !== undefined && maker.revokedAt === null && (maker.role === 'owner' || maker.role === 'administrator')

/** A link that names its person as its maker was made at the terminal of the machine: nobody makes one for himself otherwise. */
export const mayStillReset = (maker: Operator | undefined, person: Operator | undefined): boolean =>
  maker !== undefined &&
  person?.revokedAt === null &&
  (maker.id === person.id || (mayStillInvite(maker) && (person.role !== 'owner' || maker.role === 'owner')))

/** Nobody resets himself: he changes his password. An owner's is reset by owners alone. */
export function mayReset(actor: Authority, operator: Operator): Refusal | undefined {
  if (!isAdministrator(actor) || actor.id === operator.id) return refuse('forbidden')
  return operator.role === 'owner' && !isOwner(actor) ? refuse('forbidden') : undefined
}

const isOwner = (actor: Authority): boolean => actor.kind === 'operator' && actor.role === 'owner'

/** Roles, and of whom a second factor is demanded, are the owners' to say. */
export const mayChangeRole = (actor: Authority): Refusal | undefined => (isOwner(actor) ? undefined : refuse('forbidden'))
export const mayDemand = mayChangeRole

/** One's own sessions, and nobody else's: to others they do not exist. */
export const mayEndSession = (actor: Authority, session: OperatorSession | undefined): Refusal | undefined =>
  actor.kind === 'operator' && session?.operator === actor.id ? undefined : refuse('not-found')

/** Administrators may not touch the owner, and nobody shuts himself out. */
export function mayRevoke(actor: Authority, operator: Operator): Refusal | undefined {
  if (!isAdministrator(actor) || actor.id === operator.id) return refuse('forbidden')
  return operator.role === 'owner' && !isOwner(actor) ? refuse('forbidden') : undefined
}
