import type { Demanded, Role } from '@portico/protocol/auth'

export const RECOVERY_CODES = 10
export const STEP_MS = 30_000

/** What was shown beside the password: an authenticator's code of one time step, or a recovery code. `since` names the factor. */
export type Shown = { since: number } & ({ kind: 'code'; step: number } | { kind: 'recovery-code'; codeHash: string })

export type SecondFactor = { secret: string; confirmedAt: number | null; lastStep: number }

const REACH: Record<Demanded, readonly Role[]> = {
  nobody: [],
  owners: ['owner'],
  administrators: ['owner', 'administrator'],
  everybody: ['owner', 'administrator', 'supervisor', 'operator'],
}

/** Whether the site wants a second factor of whoever has this role. */
export const demands = (demanded: Demanded, role: Role): boolean => REACH[demanded].includes(role)

export const lacksSecondFactor = (operator: { role: Role; secondFactorAt: number | null; demanded: Demanded }): boolean =>
  operator.secondFactorAt === null && demands(operator.demanded, operator.role)

/** A code opens nothing twice: neither its own step nor one before the last that was used. */
export const isFresh = (factor: SecondFactor, { since, step }: { since: number; step: number }): boolean =>
  factor.confirmedAt === since && step > factor.lastStep
