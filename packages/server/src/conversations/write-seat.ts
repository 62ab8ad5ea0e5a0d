import type { Staff } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Tx } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import type { Seat } from './seat.ts'

type Taking = { conversation: ConversationId; operator: Staff; seat: Seat; at: number; ordinal: number }

export async function takeSeat(tx: Tx, { conversation, operator, seat, at, ordinal }: Taking): Promise<void> {
  await dropPromises(tx, { conversation, operator: operator.id })
  // Who changes his part in it has another stay from then on.
  await leaveSeats(tx, { conversation, operator: operator.id, at, ordinal })
  const { id, level, by } = seat
  const stay = { id, level, came_by: by, joined_at: at, joined_ordinal: ordinal, left_at: null, left_ordinal: null }
  await tx
    .insertInto('seat')
    .values({ ...stay, conversation_id: conversation, kind: 'operator', operator_id: operator.id, name: operator.name })
    .execute()
}

type Promised = { conversation: ConversationId; channel: ChannelId; operator: OperatorId }

/** In the transaction that lets him in, and under the lock of whoever gives him more. */
export async function promiseSeat(tx: Tx, { conversation, channel, operator }: Promised): Promise<void> {
  await tx
    .insertInto('promised_seat')
    .values({ operator_id: operator, conversation_id: conversation, channel_id: channel })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Of one operator, or of all: what is over is nobody's. */
export async function dropPromises(tx: Tx, { conversation, operator }: Omit<Leaving, 'at' | 'ordinal'>): Promise<void> {
  await tx
    .deleteFrom('promised_seat')
    .where('conversation_id', '=', conversation)
    .$if(operator !== undefined, (query) => query.where('operator_id', '=', must(operator)))
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
