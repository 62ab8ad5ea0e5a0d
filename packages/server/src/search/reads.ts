import type { ConversationId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import { lineFromRow } from '../conversations/line-row.ts'
import { readLabelsOf } from '../help/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { readTerms } from '../platform/db/terms.ts'
import { firstNumberAt, NUMBERS_A_SECOND } from './number.ts'
import { TEXTS } from './tables.ts'

/** Of one conversation at once; the rest follows right after. */
export const LINES_AT_ONCE = 200
/** One in which much is said is looked at so often, and no oftener. */
export const PAUSE_MS = 10_000

/** In which something has been said since, the longest waiting first. A clock that was ahead keeps nothing back. */
export async function readUnindexed(db: Db, { at, limit }: { at: number; limit: number }): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom('conversation')
    .select('id')
    .where(sql<boolean>`last_ordinal > indexed_ordinal`)
    .where((eb) => eb.or([eb('indexed_at', '<=', at - PAUSE_MS), eb('indexed_at', '>', at)]))
    .orderBy('indexed_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What is needed to index it. */
export async function readForIndex(tx: Db, id: ConversationId) {
  const row = await tx
    .selectFrom('conversation')
    .select(['opened_at', 'channel_id', 'visitor_name', 'visitor_email', 'search_number', 'indexed_ordinal', 'last_ordinal'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const lines = await tx
    .selectFrom('line')
    .selectAll()
    .where('conversation_id', '=', id)
    .where('ordinal', '>', row.indexed_ordinal)
    .orderBy('ordinal')
    .limit(LINES_AT_ONCE)
    .execute()
  const seats = await tx
    .selectFrom('seat')
    .select('operator_id')
    .distinct()
    .where('conversation_id', '=', id)
    .where('operator_id', 'is not', null)
    .execute()
  return {
    openedAt: row.opened_at,
    number: row.search_number,
    lastOrdinal: row.last_ordinal,
    lines: lines.map(lineFromRow),
    before: row.search_number === null ? [] : await readTerms(tx, TEXTS, row.search_number),
    facts: {
      channel: row.channel_id,
      visitor: { name: row.visitor_name, email: row.visitor_email },
      operators: seats.flatMap(({ operator_id }) => operator_id ?? []),
      labels: await readLabelsOf(tx, id),
    },
  }
}

/** A number of its own for what began then, which none of these has either. Numbers are given one after the other. */
export async function readFreeNumber(
  tx: Db,
  { openedAt, given }: { openedAt: number; given: readonly number[] },
): Promise<number> {
  for (let first = firstNumberAt(openedAt); ; first += NUMBERS_A_SECOND) {
    const end = first + NUMBERS_A_SECOND
    const { last } = await tx
      .selectFrom('conversation')
      .select((eb) => eb.fn.max('search_number').as('last'))
      .where('search_number', '>=', first)
      .where('search_number', '<', end)
      .executeTakeFirstOrThrow()
    const free = Math.max(first - 1, last ?? 0, ...given.filter((number) => number >= first && number < end)) + 1
    if (free < end) return free
  }
}
