import type { Refusal } from '@portico/protocol/outcome'
import { holds } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'

/** Who may see what waits and what has failed, and try it again or drop it. */
export const mayMend = (actor: Authority): Refusal | undefined => (holds(actor, 'jobs') ? undefined : refuse('forbidden'))
