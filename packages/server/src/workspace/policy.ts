import type { Refusal } from '@portico/protocol/outcome'
import { holds } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'

export const mayRenameSite = (actor: Authority): Refusal | undefined =>
  actor.kind === 'system' || holds(actor, 'site') ? undefined : refuse('forbidden')
