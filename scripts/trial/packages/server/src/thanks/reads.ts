import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'

export async function readThankedAt(db: Db, conversation: ConversationId): Promise<number | null> {
  const row = await db.selectFrom('thanks').select('at').where('conversation_id', '=', conversation).executeTakeFirst()
  return row?.at ?? null
}

export async function readThanks(
  db: Db,
  conversations: readonly ConversationId[],
): Promise<Map<ConversationId, { thankedAt: number }>> {
  const rows = await db
    .selectFrom('thanks')
    .select(['conversation_id', 'at'])
    .where('conversation_id', 'in', conversations)
    .execute()
  return new Map(rows.map(({ conversation_id, at }) => [conversation_id, { thankedAt: at }]))
}

export async function countThanks(db: Db, channel: ChannelId): Promise<number> {
  const { count } = await db
    .selectFrom('thanks')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('channel_id', '=', channel)
    .where('counted_until', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
