import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'

const HELPERS_MAX = 20

export const findThanks = (db: Db, conversation: ConversationId) =>
  db.selectFrom('thanks').selectAll().where('conversation_id', '=', conversation).executeTakeFirst()

/** Of a whole page of rows at once. */
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

export async function readWhoHelped(db: Db, conversation: ConversationId): Promise<OperatorId[]> {
  const rows = await db
    .selectFrom('seat')
    .select('operator_id')
    .distinct()
    .where('conversation_id', '=', conversation)
    .orderBy('operator_id')
    .limit(HELPERS_MAX)
    .execute()
  return rows.flatMap(({ operator_id }) => operator_id ?? [])
}
