import type { OperatorId } from '@portico/protocol/ids'
import type { Tx } from '../../platform/db/database.ts'
import type { AuthEvent } from '../events.ts'
import { mayStillInvite, mayStillReset } from '../policy.ts'
import { findOperator, type Operator } from '../reads.ts'
import { readOpenInvitations } from '../reads/invitations.ts'
import { readOpenResets } from '../reads/resets.ts'

/** Whatever an operator has begun and may, as he is from now on, not go on with; and the links by which he himself could come back. */
export async function endingsOf(tx: Tx, maker: Operator, at: number): Promise<AuthEvent[]> {
  const invitations = mayStillInvite(maker) ? [] : await readOpenInvitations(tx, { by: maker.id, at })
  const resets = await readOpenResets(tx, { operator: maker.id, at })
  const ended: AuthEvent[] = invitations.map(({ id }) => ({ type: 'invitation.ended', invitation: id, ending: 'maker', at }))
  for (const { tokenHash, by, operator } of resets) {
    if (!mayStillReset(await asFromNowOn(tx, by, maker), await asFromNowOn(tx, operator, maker)))
      ended.push({ type: 'reset.ended', tokenHash, at })
  }
  return ended
}

const asFromNowOn = async (tx: Tx, id: OperatorId, changed: Operator) => (id === changed.id ? changed : findOperator(tx, id))
