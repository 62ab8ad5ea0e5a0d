// What a role may do beyond the conversations of its channels, which go by levels. Owners have every right, and say which the other
// roles have; who lets people in and gives roles is no right that can be given: it would give all others.
import * as s from './schema.ts'

export const RIGHTS = ['visitors', 'channels', 'levels', 'site', 'jobs', 'security'] as const
/** Those of which can be said what they may. */
export const ROLES_WITH_RIGHTS = ['administrator', 'supervisor', 'operator'] as const

export const right = s.literal(RIGHTS)
export const roleWithRights = s.literal(ROLES_WITH_RIGHTS)

const ADMINISTRATOR = RIGHTS
/** As long as nobody has said otherwise. */
export const RIGHTS_AT_FIRST: Record<s.Infer<typeof roleWithRights>, readonly Right[]> = {
  administrator: ADMINISTRATOR,
  supervisor: ['visitors'],
  operator: ['visitors'],
}

export const heldRight = s.object({ role: roleWithRights, right })

export type Right = s.Infer<typeof right>
export type RoleWithRights = s.Infer<typeof roleWithRights>
