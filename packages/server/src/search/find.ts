import type { ChannelId, LabelId, OperatorId } from '@portico/protocol/ids'
import { sql, type Selectable } from 'kysely'
import type { Db, Tables } from '../platform/db/database.ts'
import { numbersWith, type AskedTerms } from '../platform/db/terms.ts'
import { askedTerms, type AskedWord } from './asked.ts'
import { firstNumberAt } from './number.ts'
import { TEXTS } from './tables.ts'

export const FOUND_MAX = 20
/**
 * The newest are looked through first, then ever more of them: what is in many conversations is found among few, and what is in
 * few costs little wherever it is.
 */
const LOOKED_THROUGH = [2000, 16_000, 128_000, Infinity]
/** Whoever asks for what is hard to find gets what was found by then, and may go on from there. */
const LOOKS_MS_MAX = 1000

type Asked = {
  words: readonly AskedWord[]
  /** The only ones that may be found. */
  channels: readonly ChannelId[]
  tag: LabelId | undefined
  operator: OperatorId | undefined
  from: number | undefined
  to: number | undefined
  before: number | undefined
}
type Row = Selectable<Tables['conversation']>
type Found = { rows: Row[]; next: number | null }

export async function findConversations(db: Db, asked: Asked, now: () => number): Promise<Found> {
  const { words, channels, tag, operator, from, to, before } = asked
  if (channels.length === 0 || (words.length === 0 && tag === undefined && operator === undefined)) return NOTHING
  const terms = askedTerms({ words, channels, tag, operator })
  const end = Math.min(before ?? Infinity, to === undefined ? Infinity : firstNumberAt(to) + END_OF_SECOND)
  const floor = from === undefined ? 0 : firstNumberAt(from)
  const began = now()
  const rows: Row[] = []
  let below = Number.isFinite(end) ? end : Number.MAX_SAFE_INTEGER
  for (const many of LOOKED_THROUGH) {
    const above = Math.max(floor, await numberAfter(db, { below, many }))
    rows.push(...(await readFound(db, { terms, channels, above, below, from, to, limit: FOUND_MAX + 1 - rows.length })))
    if (rows.length > FOUND_MAX) return { rows: rows.slice(0, FOUND_MAX), next: rows[FOUND_MAX - 1]?.search_number ?? null }
    if (above <= floor) return { rows, next: null }
    below = above
    if (now() - began > LOOKS_MS_MAX) return { rows, next: below }
  }
  return { rows, next: null }
}

const NOTHING: Found = { rows: [], next: null }
// What began in a full second may have one of the next.
const END_OF_SECOND = 4 * 1024

/** Above which so many of those below are. */
async function numberAfter(db: Db, { below, many }: { below: number; many: number }): Promise<number> {
  if (many === Infinity) return 0
  const row = await db
    .selectFrom('conversation')
    .select('search_number')
    .where('search_number', '<', below)
    .orderBy('search_number', 'desc')
    .offset(many - 1)
    .limit(1)
    .executeTakeFirst()
  return row?.search_number ?? 0
}

type Slice = {
  terms: AskedTerms
  channels: readonly ChannelId[]
  above: number
  below: number
  from: number | undefined
  to: number | undefined
  limit: number
}

/** Whatever is indexed of it, the rows say what may be seen: a conversation that was just moved is not where it was. */
async function readFound(db: Db, { terms, channels, above, below, from, to, limit }: Slice): Promise<Row[]> {
  const since = from === undefined ? sql`` : sql`and conversation.opened_at >= ${from}`
  const until = to === undefined ? sql`` : sql`and conversation.opened_at < ${to}`
  // The tables stand in the order of the work: what is found by terms comes first.
  const { rows } = await sql<Row>`select conversation.* from ${numbersWith(db, TEXTS, { asked: terms, above, below })} as found
    cross join conversation
    where conversation.search_number = found.number and conversation.channel_id in (${sql.join(channels)}) ${since} ${until}
    order by found.number desc limit ${limit}`.execute(db)
  return rows
}
