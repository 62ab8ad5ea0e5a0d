import type { Refusal } from '@portico/protocol/outcome'
import { isAdministrator } from '../auth/policy.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'

/** Who says whom a channel believes also says whom no more. */
export const mayKeepKeys = (actor: Authority): Refusal | undefined => (isAdministrator(actor) ? undefined : refuse('forbidden'))
export const mayUnlink = mayKeepKeys
