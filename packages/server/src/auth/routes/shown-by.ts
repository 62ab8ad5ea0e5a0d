import type { OperatorId } from '@portico/protocol/ids'
import type { RouteContext } from '../../platform/wire/route.ts'
import { hashRecoveryCode } from '../recovery-code.ts'
import { findSecondFactor, isRecoveryCode } from '../reads/second-factors.ts'
import type { Shown } from '../second-factor.ts'

/** What a typed code shows; undefined for one that is wrong. Whether it was used before is decided where it is taken. */
export async function shownBy(
  { reads, clock }: RouteContext,
  { operator, code }: { operator: OperatorId; code: string },
): Promise<Shown | undefined> {
  const factor = await findSecondFactor(reads, operator)
  if (!factor || factor.confirmedAt === null) return undefined
  const since = factor.confirmedAt
  const { stepOf } = await import('../authenticator.ts') // most sites' processes never need it
  const step = stepOf({ secret: factor.secret, code, at: clock.now() })
  if (step !== undefined) return { kind: 'code', since, step }
  const codeHash = hashRecoveryCode(code)
  return (await isRecoveryCode(reads, { operator, codeHash })) ? { kind: 'recovery-code', since, codeHash } : undefined
}
