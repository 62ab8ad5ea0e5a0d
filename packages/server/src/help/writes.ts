import type { Staff } from '@portico/protocol/conversations'
import type { Conversation } from '../conversations/conversation.ts'
import { dropPromises, promiseSeat } from '../conversations/write-seat.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Help } from './index.ts'
import type { StatusTable } from './tables.ts'

export const writes: Help['writes'] = {
  'status.set': async (tx, { conversation, status, by, excerpt }) => {
    if (status.state === 'in-progress') return forget(tx, conversation)
    await keep(tx, conversation, { state: status.state, at: status.at, by, excerpt })
  },
  'help.answered': async (tx, { conversation, operator, helping, at }) => {
    await tx
      .updateTable('conversation_status')
      .set({ state: 'answered', at, by_id: operator.id, by_name: operator.name })
      .where('conversation_id', '=', conversation.id)
      .execute()
    if (helping === null) return
    await promiseSeat(tx, { conversation: conversation.id, channel: conversation.channel, operator: operator.id })
    await tx.insertInto('helper').values({ conversation_id: conversation.id, operator_id: operator.id, at }).execute()
  },
  'help.ended': async (tx, { conversation }) => {
    await forget(tx, conversation)
    await tx.deleteFrom('helper').where('conversation_id', '=', conversation.id).execute()
    await dropPromises(tx, { conversation: conversation.id })
  },
  'conversation.labelled': async (tx, { conversation: { id }, added, removed, at }) => {
    if (added) await tx.insertInto('conversation_label').values({ conversation_id: id, label_id: added, at }).execute()
    if (!removed) return
    await tx.deleteFrom('conversation_label').where('conversation_id', '=', id).where('label_id', '=', removed).execute()
  },
}

async function forget(tx: Tx, { id }: Conversation): Promise<void> {
  await tx.deleteFrom('conversation_status').where('conversation_id', '=', id).execute()
}

type Kept = Pick<StatusTable, 'state' | 'at' | 'excerpt'> & { by: Staff }

async function keep(tx: Tx, conversation: Conversation, { state, at, by, excerpt }: Kept): Promise<void> {
  const { id, channel, visitor, lastOrdinal, visitorLines } = conversation
  const row = {
    channel_id: channel,
    state,
    at,
    by_id: by.id,
    by_name: by.name,
    last_ordinal: lastOrdinal,
    visitor_lines: visitorLines,
    excerpt,
    visitor_id: visitor.id,
    visitor_name: visitor.name,
    visitor_locale: visitor.locale,
  }
  await tx
    .insertInto('conversation_status')
    .values({ conversation_id: id, ...row })
    .onConflict((oc) => oc.column('conversation_id').doUpdateSet(row))
    .execute()
}
