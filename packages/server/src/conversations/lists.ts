import type { ConversationPage } from '@portico/protocol/pages'
import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Moved } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { summaryOf, rowsFrom } from './reads.ts'

/** Of one channel, oldest first: what a snapshot shows and what is told of movement. */
export const OPEN_ROWS_MAX = 1000

export type ListCursor = { at: number; id: ConversationId }
type Asked = { operator: OperatorId; channels: readonly ChannelId[]; before: ListCursor | undefined; limit: number }

/** Ended ones of these channels, the last ended first. */
export async function readClosed(db: Db, { channels, before, limit }: Asked): Promise<ConversationPage> {
  // Each channel's newest are found by an index; over all of them at once everything that has ever ended would be sorted.
  const ofEach = await Promise.all(
    channels.map((channel) =>
      db
        .selectFrom('conversation')
        .selectAll()
        .where('closed_at', 'is not', null)
        .where('channel_id', '=', channel)
        .$if(before !== undefined, (query) =>
          query.where(sql<boolean>`(closed_at, id) < (${before?.at ?? 0}, ${before?.id ?? ''})`),
        )
        .orderBy('closed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute(),
    ),
  )
  const rows = ofEach
    .flat()
    .sort(lastEndedFirst)
    .slice(0, limit + 1)
  return firstPage(db, { rows, limit, cursorOf: ({ closed_at, id }) => ({ at: closed_at ?? 0, id }) })
}

const lastEndedFirst = (one: Row, other: Row) => (other.closed_at ?? 0) - (one.closed_at ?? 0) || (one.id < other.id ? 1 : -1)

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
          .selectFrom('seat')
          .select('seat.id')
          .whereRef('seat.conversation_id', '=', 'conversation.id')
          .where('seat.operator_id', '=', operator)
          .where('seat.left_at', 'is', null),
      )
      return mine ? takesPart : eb.not(takesPart)
    })
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(moved_at, id) < (${before?.at ?? 0}, ${before?.id ?? ''})`))
    .orderBy('moved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return firstPage(db, { rows, limit, cursorOf: ({ moved_at, id }) => ({ at: moved_at, id }) })
}

export const cursorText = ({ at, id }: ListCursor): string => `${at}.${id}`

export function parseCursor(text = ''): ListCursor | undefined {
  const match = /^(\d{1,15})\.([\w-]{1,40})$/.exec(text)
  return match?.[1] && match[2] ? { at: Number(match[1]), id: match[2] as ConversationId } : undefined // the pattern is an id's
}

/** The rows that a list begins with, by what moves them. */
const openRows = (db: Db, channel: ChannelId) =>
  db
    .selectFrom('conversation')
    .where('channel_id', '=', channel)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(OPEN_ROWS_MAX)

/** Ordinals only grow: as long as the same rows are open, their sum tells whether any has moved, whoever's clock says what. */
export async function markOfList(db: Db, channel: ChannelId): Promise<string> {
  const { rows, ordinals } = await db
    .selectFrom(openRows(db, channel).select('last_ordinal').as('open'))
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.sum<number | string | null>('last_ordinal').as('ordinals')])
    .executeTakeFirstOrThrow()
  return `${rows}.${ordinals ?? 0}`
}

export async function readMoved(db: Db, channel: ChannelId): Promise<readonly Moved[]> {
  const rows = await openRows(db, channel).selectAll().execute()
  return rows.map((row) => ({ conversation: row.id, summary: summaryOf(row) }))
}

type Row = Parameters<typeof rowsFrom>[1][number]

async function firstPage(
  db: Db,
  { rows, limit, cursorOf }: { rows: readonly Row[]; limit: number; cursorOf: (row: Row) => ListCursor },
): Promise<ConversationPage> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: await rowsFrom(db, shown), next: rows.length > limit && last ? cursorText(cursorOf(last)) : null }
}
