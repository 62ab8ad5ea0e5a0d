import type { LabelKind } from '@portico/protocol/labels'
import type { OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { isAdministrator } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'

/** Tags are made on the way by whoever answers; what people are chosen by is for those who administer. */
export function mayEdit(actor: Authority, kind: LabelKind): Refusal | undefined {
  if (actor.kind !== 'operator') return refuse('forbidden')
  return kind === 'tag' || isAdministrator(actor) ? undefined : refuse('forbidden')
}

/** What is taken away is taken from everybody. */
export const mayRemove = (actor: Authority): Refusal | undefined => (isAdministrator(actor) ? undefined : refuse('forbidden'))

export const maySetSkills = (actor: Authority, operator: OperatorId): Refusal | undefined =>
  isAdministrator(actor) || (actor.kind === 'operator' && actor.id === operator) ? undefined : refuse('forbidden')
