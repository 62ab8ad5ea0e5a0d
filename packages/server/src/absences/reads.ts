import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'

/** Of one channel more are not written to. */
const MEMBERS_MAX = 200

type Absent = { id: OperatorId; sentAt: readonly number[] }

/**
 * Members of the channel who are connected nowhere and wish to be told, with when mails went to them since. Whoever has an account
 * has an address.
 */
export async function readAbsent(db: Db, { channel, since }: { channel: ChannelId; since: number }): Promise<Absent[]> {
  const members = await db
    .selectFrom('channel_member')
    .innerJoin('operator', 'operator.id', 'channel_member.operator_id')
    .leftJoin('operator_presence', 'operator_presence.operator_id', 'channel_member.operator_id')
    .leftJoin('absence_mail_off', 'absence_mail_off.operator_id', 'channel_member.operator_id')
    .select('operator.id')
    .where('channel_member.channel_id', '=', channel)
    .where('operator.revoked_at', 'is', null)
    .where('operator_presence.connected_at', 'is', null)
    .where('absence_mail_off.operator_id', 'is', null)
    .orderBy('operator.id')
    .limit(MEMBERS_MAX)
    .execute()
  if (members.length === 0) return []
  const ids = members.map(({ id }) => id)
  const sent = await db
    .selectFrom('absence_mail')
    .select(['operator_id', 'sent_at'])
    .where('operator_id', 'in', ids)
    .where('sent_at', '>', since)
    .execute()
  return ids.map((id) => ({ id, sentAt: sent.flatMap(({ operator_id, sent_at }) => (operator_id === id ? [sent_at] : [])) }))
}

export async function isMailed(db: Db, conversation: ConversationId): Promise<boolean> {
  const row = await db.selectFrom('absence_mail').select('sent_at').where('conversation_id', '=', conversation).executeTakeFirst()
  return row !== undefined
}

export async function readMailsOn(db: Db, operator: OperatorId): Promise<boolean> {
  const row = await db.selectFrom('absence_mail_off').selectAll().where('operator_id', '=', operator).executeTakeFirst()
  return row === undefined
}
