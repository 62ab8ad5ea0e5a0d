import type { OperatorId, SessionId } from '@portico/protocol/ids'
import type { Tx } from '../../platform/db/database.ts'

/** All of one person's, but for one that may go on. */
export async function endSessions(
  tx: Tx,
  { operator, except, at }: { operator: OperatorId; except?: SessionId; at: number },
): Promise<void> {
  const open = tx
    .updateTable('operator_session')
    .set({ ended_at: at })
    .where('operator_id', '=', operator)
    .where('ended_at', 'is', null)
  await (except === undefined ? open : open.where('id', '!=', except)).execute()
}
