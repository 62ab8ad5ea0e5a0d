import type { Role } from '@portico/protocol/auth'
import { RIGHTS, RIGHTS_AT_FIRST, ROLES_WITH_RIGHTS, type Right, type RoleWithRights } from '@portico/protocol/rights'

/** What owners have said otherwise than it was at first. */
export type Deviation = { role: RoleWithRights; right: Right; isHeld: boolean }

/** Owners have all: whatever they say of others, none shuts himself out. */
export function rightsOf(role: Role, deviations: readonly Deviation[]): ReadonlySet<Right> {
  if (role === 'owner') return new Set(RIGHTS)
  const said = (right: Right) => deviations.find((each) => each.role === role && each.right === right)?.isHeld
  return new Set(RIGHTS.filter((right) => said(right) ?? RIGHTS_AT_FIRST[role].includes(right)))
}

/** Of each role that may have some or lack them. */
export const allRights = (deviations: readonly Deviation[]): { role: RoleWithRights; right: Right }[] =>
  ROLES_WITH_RIGHTS.flatMap((role) => [...rightsOf(role, deviations)].map((right) => ({ role, right })))

/** There is one for each role and right. */
export const withDeviation = (deviations: readonly Deviation[], said: Deviation): readonly Deviation[] => [
  ...deviations.filter(({ role, right }) => role !== said.role || right !== said.right),
  said,
]
