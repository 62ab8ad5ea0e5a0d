import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import { promiseSeat } from '../conversations/write-seat.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Colleagues } from './index.ts'

export const writes: Colleagues['writes'] = {
  'colleague.invited': async (tx, { invitation, operator, at }) => {
    const { conversation, channel, by, level, text, visitor } = invitation
    await tx
      .insertInto('invited_colleague')
      .values({
        conversation_id: conversation,
        operator_id: operator.id,
        operator_name: operator.name,
        channel_id: channel,
        by_id: by.id,
        by_name: by.name,
        level,
        text,
        visitor_id: visitor.id,
        visitor_name: visitor.name,
        at,
      })
      .execute()
  },
  'colleague.joined': async (tx, { invitation: { conversation, channel }, operator, level }) => {
    await drop(tx, { conversation, operator: operator.id })
    if (level !== 'observer') await promiseSeat(tx, { conversation, channel, operator: operator.id })
  },
  'colleague.uninvited': (tx, { invitation: { conversation }, operator }) => drop(tx, { conversation, operator: operator.id }),
}

async function drop(tx: Tx, { conversation, operator }: { conversation: ConversationId; operator: OperatorId }): Promise<void> {
  await tx
    .deleteFrom('invited_colleague')
    .where('conversation_id', '=', conversation)
    .where('operator_id', '=', operator)
    .execute()
}
