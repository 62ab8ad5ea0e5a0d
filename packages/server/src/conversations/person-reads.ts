import type { ConversationPage } from '@portico/protocol/pages'
import type { ChannelId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { Conversation } from './conversation.ts'
import { cursorText, type ListCursor } from './lists.ts'
import { conversationsFrom, rowsFrom } from './reads.ts'

/** Of one visitor so many hear of a change of the name: whoever looks at an older one sees it when he comes back to it. */
const SHOWN_IN_MAX = 50

/** The newest conversations of a visitor, in whichever channels. */
export async function readShownIn(db: Db, visitor: VisitorId): Promise<Conversation[]> {
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('visitor_id', '=', visitor)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN_IN_MAX)
    .execute()
  return conversationsFrom(db, rows)
}

/** Whether this visitor has ever written to one of these channels. */
export async function hasWrittenTo(db: Db, { visitor, channels }: Asked): Promise<boolean> {
  if (channels.length === 0) return false
  const row = await db
    .selectFrom('conversation')
    .select('id')
    .where('visitor_id', '=', visitor)
    .where('channel_id', 'in', channels)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether he takes part in a conversation of this visitor, in whichever channel: who only looks on does not. */
export async function sitsWith(db: Db, { visitor, operator }: { visitor: VisitorId; operator: OperatorId }): Promise<boolean> {
  const row = await db
    .selectFrom('seat')
    .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
    .select('seat.id')
    .where('conversation.visitor_id', '=', visitor)
    .where('seat.operator_id', '=', operator)
    .where('seat.left_at', 'is', null)
    .where('seat.level', '!=', 'observer')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Asked = { visitor: VisitorId; channels: readonly ChannelId[] }

type AskedOfThem = {
  visitors: readonly VisitorId[]
  channels: readonly ChannelId[]
  before: ListCursor | undefined
  limit: number
}

/** Of these visitors in these channels, the last begun first. */
export async function readOfVisitors(db: Db, { visitors, channels, before, limit }: AskedOfThem): Promise<ConversationPage> {
  if (channels.length === 0 || visitors.length === 0) return { rows: [], next: null }
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('visitor_id', 'in', visitors)
    .where('channel_id', 'in', channels)
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(opened_at, id) < (${before?.at ?? 0}, ${before?.id ?? ''})`))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? cursorText({ at: last.opened_at, id: last.id }) : null
  return { rows: await rowsFrom(db, shown), next }
}
