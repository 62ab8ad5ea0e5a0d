import type { Refusal } from '@portico/protocol/outcome'
import { isAdministrator } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'

export const mayRenameSite = (actor: Authority): Refusal | undefined =>
  actor.kind === 'system' || isAdministrator(actor) ? undefined : refuse('forbidden')
