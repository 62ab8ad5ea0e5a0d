import type { OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { refuse } from '../../platform/capability.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { AuthEvent } from '../events.ts'
import { findSecondFactor, isRecoveryCode } from '../reads/second-factors.ts'
import { isFresh, type Shown } from '../second-factor.ts'

type Taking = { operator: OperatorId; shown: Shown | undefined; at: number }

/** Takes what was shown beside the password, so that it opens nothing a second time. */
export async function takeShown(tx: Tx, { operator, shown, at }: Taking): Promise<Refusal | AuthEvent[]> {
  const factor = await findSecondFactor(tx, operator)
  if (!shown || !factor || factor.confirmedAt !== shown.since) return refuse('second-factor')
  switch (shown.kind) {
    case 'code':
      return isFresh(factor, shown) ? [{ type: 'second-factor.shown', operator, step: shown.step }] : refuse('second-factor')
    case 'recovery-code':
      return (await isRecoveryCode(tx, { operator, codeHash: shown.codeHash }))
        ? [{ type: 'recovery-code.used', operator, codeHash: shown.codeHash, at }]
        : refuse('second-factor')
  }
}
