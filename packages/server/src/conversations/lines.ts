import type { ConversationLine } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import { lineFromRow } from './line-row.ts'

type Page = { conversation: ConversationId; before: number | undefined; limit: number }
type Lines = { lines: ConversationLine[]; older: boolean }

/** Oldest first, those right before an ordinal, or the newest. */
export function readLines(db: Db, page: Page): Promise<Lines> {
  return read(db, page, 'customer')
}

/** The same, of what the visitor sees. */
export function readChatLines(db: Db, page: Page): Promise<Lines> {
  return read(db, page, 'operators')
}

async function read(db: Db, { conversation, before, limit }: Page, hidden: ConversationLine['audience']): Promise<Lines> {
  const rows = await db
    .selectFrom('line')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .where('audience', '!=', hidden)
    .$if(before !== undefined, (query) => query.where('ordinal', '<', before ?? 0))
    .orderBy('ordinal', 'desc')
    .limit(limit + 1)
    .execute()
  return { lines: rows.slice(0, limit).map(lineFromRow).reverse(), older: rows.length > limit }
}
