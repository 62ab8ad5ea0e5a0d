import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import { findChannel } from '../channels/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import type { Conversation } from './conversation.ts'
import { quietMsOf } from './quiet.ts'

/** Of one channel at once; the others have their turn at the next look. */
const QUIET_MAX = 200

export async function readLastLineAt(db: Db, { id, lastOrdinal }: Pick<Conversation, 'id' | 'lastOrdinal'>): Promise<number> {
  const { at } = await db
    .selectFrom('line')
    .select('at')
    .where('conversation_id', '=', id)
    .where('ordinal', '=', lastOrdinal)
    .executeTakeFirstOrThrow()
  return at
}

export type Quiet = { id: ConversationId; ends: 'now' | 'if-gone' }

/** Those in which nothing was written for so long that they end, or end if their visitor is gone; the quietest first. */
export async function readQuiet(db: Db, at: number): Promise<Quiet[]> {
  const channels = await db.selectFrom('conversation').select('channel_id').distinct().where('closed_at', 'is', null).execute()
  const found: Quiet[] = []
  for (const { channel_id } of channels) found.push(...(await readQuietIn(db, channel_id, at)))
  return found
}

async function readQuietIn(db: Db, channel: ChannelId, at: number): Promise<Quiet[]> {
  const { options: limits } = must(await findChannel(db, channel))
  const shortest = quietMsOf({ answeredAt: 0, unansweredSince: null }, { isGone: true, limits })
  if (shortest === Number.POSITIVE_INFINITY) return []
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('line', (join) =>
      join.onRef('line.conversation_id', '=', 'conversation.id').onRef('line.ordinal', '=', 'conversation.last_ordinal'),
    )
    .select(['conversation.id', 'conversation.answered_at', 'conversation.unanswered_at', 'line.at'])
    .where('conversation.channel_id', '=', channel)
    .where('conversation.closed_at', 'is', null)
    .where('line.at', '<=', at - shortest)
    .orderBy('line.at')
    .orderBy('conversation.id')
    .limit(QUIET_MAX)
    .execute()
  return rows.flatMap(({ id, answered_at, unanswered_at, at: lastLineAt }): Quiet[] => {
    const said = { answeredAt: answered_at, unansweredSince: unanswered_at }
    const isOver = (isGone: boolean) => at - lastLineAt >= quietMsOf(said, { isGone, limits })
    if (isOver(false)) return [{ id, ends: 'now' }]
    return isOver(true) ? [{ id, ends: 'if-gone' }] : []
  })
}
