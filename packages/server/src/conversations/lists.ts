import type { ConversationPage } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Stirred } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { movementOf, rowsFrom } from './reads.ts'

const RESTIRRED_MAX = 500

export type ListCursor = { at: number; id: ConversationId }
type Asked = { operator: OperatorId; channels: readonly ChannelId[]; before: ListCursor | undefined; limit: number }

/** Ended ones of these channels, the last ended first. */
export async function readClosed(db: Db, { channels, before, limit }: Asked): Promise<ConversationPage> {
  if (channels.length === 0) return { rows: [], next: null }
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('closed_at', 'is not', null)
    .where('channel_id', 'in', channels)
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(closed_at, id) < (${before?.at ?? 0}, ${before?.id ?? ''})`))
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(db, { rows, limit, cursorOf: ({ closed_at, id }) => ({ at: closed_at ?? 0, id }) })
}

/** Active ones of these channels in which this operator takes part, or does not; the last moved first. */
export async function readActive(
  db: Db,
  { operator, channels, before, limit, mine }: Asked & { mine: boolean },
): Promise<ConversationPage> {
  if (channels.length === 0) return { rows: [], next: null }
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .where('channel_id', 'in', channels)
    .where((eb) => {
      const takesPart = eb.exists(
        eb
          .selectFrom('participant')
          .select('participant.operator_id')
          .whereRef('participant.conversation_id', '=', 'conversation.id')
          .where('participant.operator_id', '=', operator)
          .where('participant.left_at', 'is', null),
      )
      return mine ? takesPart : eb.not(takesPart)
    })
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(moved_at, id) < (${before?.at ?? 0}, ${before?.id ?? ''})`))
    .orderBy('moved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(db, { rows, limit, cursorOf: ({ moved_at, id }) => ({ at: moved_at, id }) })
}

export const cursorText = ({ at, id }: ListCursor): string => `${at}.${id}`

export function parseCursor(text = ''): ListCursor | undefined {
  const match = /^(\d{1,15})\.([\w-]{1,40})$/.exec(text)
  return match?.[1] && match[2] ? { at: Number(match[1]), id: match[2] as ConversationId } : undefined // the pattern is an id's
}

/** Lists are told again of what moved lately: a hint that was lost is repaired. */
export async function readStirredSince(db: Db, since: number): Promise<readonly Stirred[]> {
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('moved_at', '>=', since)
    .where('closed_at', 'is', null)
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .limit(RESTIRRED_MAX)
    .execute()
  return rows.map((row) => ({
    topic: `channel:${row.channel_id}`,
    conversation: row.id,
    fleeting: { type: 'conversation.stirred', conversation: row.id, movement: movementOf(row) },
  }))
}

type Row = Parameters<typeof rowsFrom>[1][number]

async function pageOf(
  db: Db,
  { rows, limit, cursorOf }: { rows: readonly Row[]; limit: number; cursorOf: (row: Row) => ListCursor },
): Promise<ConversationPage> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: await rowsFrom(db, shown), next: rows.length > limit && last ? cursorText(cursorOf(last)) : null }
}
