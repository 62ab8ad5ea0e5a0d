import type { Staff } from '@portico/protocol/conversations'
import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Tx } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import type { Seat } from './seat.ts'

type Taking = { conversation: ConversationId; operator: Staff; seat: Seat; at: number; ordinal: number }

export async function takeSeat(tx: Tx, { conversation, operator, seat, at, ordinal }: Taking): Promise<void> {
  const { id, level, by } = seat
  const stay = { id, level, came_by: by, joined_at: at, joined_ordinal: ordinal, left_at: null, left_ordinal: null }
  await tx
    .insertInto('seat')
    .values({ ...stay, conversation_id: conversation, kind: 'operator', operator_id: operator.id, name: operator.name })
    .execute()
}

type Leaving = { conversation: ConversationId; operator?: OperatorId; at: number; ordinal: number }

/** One of them, or all at the end. */
export async function leaveSeats(tx: Tx, { conversation, operator, at, ordinal }: Leaving): Promise<void> {
  await tx
    .updateTable('seat')
    .set({ left_at: at, left_ordinal: ordinal })
    .where('conversation_id', '=', conversation)
    .where('left_at', 'is', null)
    .$if(operator !== undefined, (query) => query.where('operator_id', '=', must(operator)))
    .execute()
}
