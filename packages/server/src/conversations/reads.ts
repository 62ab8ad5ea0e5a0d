import type { ConversationLine, ConversationRowView, ListSummary, Offer, Phase, Staff } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { foreseeChannel } from '../channels/reads.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { must } from '../platform/must.ts'
import { foreseeSwitches } from '../workspace/switch-reads.ts'
import { conversationsAtHand } from './at-hand.ts'
import type { Conversation } from './conversation.ts'
import type { Guise } from './guise.ts'
import { lineFromRow } from './line-row.ts'
import { visitorById } from './person-row.ts'
import { cameFrom, readStaffOf, selectStaff, sittersFrom, staffFrom, type Sitter } from './seat-reads.ts'
import type { ConversationTable } from './tables.ts'

const conversationById = prepared((db, { id }: { id: ConversationId }) =>
  db.selectFrom('conversation').selectAll().where('id', '=', id),
)
const lineById = prepared((db, { id }: { id: LineId }) => db.selectFrom('line').selectAll().where('id', '=', id))
const staffById = prepared((db, { id }: { id: ConversationId }) => selectStaff(db).where('conversation_id', '=', id))

const newestOf = prepared((db, { visitor, channel }: { visitor: VisitorId; channel: ChannelId }) =>
  db
    .selectFrom('conversation')
    .select(['id', 'closed_at', 'begun_at'])
    .where('visitor_id', '=', visitor)
    .where('entrance', '=', channel)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)

export async function findConversation(db: Db, id: ConversationId): Promise<Conversation | undefined> {
  const known = conversationsAtHand.find(db, id)
  if (known) return known
  staffById.foresee(db, { id })
  const [row] = await conversationById(db, { id })
  if (!row) return undefined
  const stays = await staffById(db, { id })
  const conversation = conversationFrom(row, { operators: staffFrom(stays), sitters: sittersFrom(stays), came: cameFrom(stays) })
  conversationsAtHand.keep(db, id, conversation)
  return conversation
}

/** Whose it is, which never changes. */
export async function findVisitorOf(db: Db, id: ConversationId): Promise<VisitorId | undefined> {
  const row = await db.selectFrom('conversation').select('visitor_id').where('id', '=', id).executeTakeFirst()
  return row?.visitor_id
}

/** What will be asked of it, and of the line that is to be written in it. */
export function foreseeConversation(tx: Tx, { conversation, line }: { conversation: ConversationId; line?: LineId }): void {
  foreseeSwitches(tx)
  conversationById.foresee(tx, { id: conversation })
  staffById.foresee(tx, { id: conversation })
  if (line !== undefined) lineById.foresee(tx, { id: line })
}

type Opening = { conversation: ConversationId; channel: ChannelId; line: LineId }

/** What will be asked of a first message, which may go on in an earlier conversation. */
export function foreseeOpening(tx: Tx, { channel, ...named }: Opening, { id }: Actor): void {
  foreseeChannel(tx, channel)
  foreseeConversation(tx, named)
  visitorById.foresee(tx, { id: id as VisitorId }) // as below
  newestOf.foresee(tx, { visitor: id as VisitorId, channel }) // nobody else opens one: to him it is refused
}

/** What is begun after it is the newest, whatever clocks say. */
export const begunAfter = (newest: { begun_at: number } | undefined, at: number): number =>
  newest ? Math.max(at, newest.begun_at + 1) : at

/** The one of this visitor in this channel that was begun or taken up last: where one is open, it is this. */
export async function findNewest(db: Db, { visitor, channel }: { visitor: VisitorId; channel: ChannelId }) {
  const [newest] = await newestOf(db, { visitor, channel })
  return newest
}

export async function findLine(db: Db, id: LineId): Promise<(ConversationLine & { conversation: ConversationId }) | undefined> {
  const [row] = await lineById(db, { id })
  return row && { ...lineFromRow(row), conversation: row.conversation_id }
}

/** The last line up to there that the visitor sees too. */
export async function findSeen(
  db: Db,
  { conversation, ordinal }: { conversation: ConversationId; ordinal: number },
): Promise<{ line: LineId; ordinal: number } | undefined> {
  return db
    .selectFrom('line')
    .select(['id as line', 'ordinal'])
    .where('conversation_id', '=', conversation)
    .where('ordinal', '<=', ordinal)
    .where('audience', '!=', 'operators')
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findMark(
  db: Db,
  { operator, conversation }: { operator: OperatorId; conversation: ConversationId },
): Promise<number> {
  const row = await db
    .selectFrom('read_mark')
    .select('ordinal')
    .where('operator_id', '=', operator)
    .where('conversation_id', '=', conversation)
    .executeTakeFirst()
  return row?.ordinal ?? 0
}

/** Messages of the visitor after there; few, because a mark is moved to the newest line. */
export async function countVisitorLines(
  db: Db,
  { conversation, after }: { conversation: ConversationId; after: number },
): Promise<number> {
  const { count } = await db
    .selectFrom('line')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('conversation_id', '=', conversation)
    .where('ordinal', '>', after)
    .where('author_kind', '=', 'visitor')
    .where('kind', '=', 'message')
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function readMarkers(db: Db, conversation: ConversationId): Promise<OperatorId[]> {
  const rows = await db
    .selectFrom('read_mark')
    .select('operator_id')
    .where('conversation_id', '=', conversation)
    .orderBy('operator_id')
    .execute()
  return rows.map(({ operator_id }) => operator_id)
}

/** What lists show of it; the decision needs the rest alone. */
export async function readSummary(db: Db, id: ConversationId): Promise<ListSummary> {
  return summaryOf(await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** Any number of them at once, with those who are in each. */
export async function conversationsFrom(db: Db, rows: readonly ConversationTable[]): Promise<Conversation[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const seats = await selectStaff(db).where('conversation_id', 'in', ids).execute()
  const staysIn = Map.groupBy(seats, ({ conversation_id }) => conversation_id)
  return rows.map((row) => {
    const stays = staysIn.get(row.id) ?? []
    return conversationFrom(row, { operators: staffFrom(stays), sitters: sittersFrom(stays), came: cameFrom(stays) })
  })
}

export async function rowsFrom(db: Db, rows: readonly ConversationTable[]): Promise<ConversationRowView[]> {
  const staff = await readStaffOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, channel, visitor, page, openedAt, phase, offer } = conversationFrom(row, {
      operators: staff.get(row.id) ?? [],
      sitters: [],
      came: [],
    })
    return { id, channel, openedAt, visitor, page, phase, offer, summary: summaryOf(row) }
  })
}

export const summaryOf = ({ last_ordinal, visitor_lines, moved_at, excerpt, said_by, unanswered_at }: ConversationTable) => ({
  lastOrdinal: last_ordinal,
  visitorLines: visitor_lines,
  at: moved_at,
  excerpt,
  by: said_by,
  unansweredSince: unanswered_at,
})

type Staffed = { operators: Staff[]; sitters: readonly Sitter[]; came: readonly Staff[] }

function conversationFrom(row: ConversationTable, { operators, sitters, came }: Staffed): Conversation {
  return {
    id: row.id,
    channel: row.channel_id,
    entrance: row.entrance,
    offer: offerFrom(row),
    openedAt: row.opened_at,
    begunAt: row.begun_at,
    answeredAt: row.answered_at,
    unansweredSince: row.unanswered_at,
    lastOrdinal: row.last_ordinal,
    visitorLines: row.visitor_lines,
    visitorRead: row.visitor_read,
    seenOrdinal: row.seen_ordinal,
    phase: phaseFrom(row, operators),
    sitters,
    came,
    guises: guisesFrom(row),
    page: row.page_url === null ? null : { url: row.page_url, title: row.page_title ?? '' },
    visitor: {
      id: row.visitor_id,
      name: row.visitor_name,
      email: row.visitor_email,
      locale: row.visitor_locale,
      analyticsId: row.analytics_id,
    },
  }
}

export const guisesFrom = ({ guises }: Pick<ConversationTable, 'guises'>): Guise[] =>
  guises === null ? [] : (JSON.parse(guises) as Guise[]) // writes.ts wrote it

function offerFrom({ offer_id, offered_to, offered_until }: ConversationTable): Offer | null {
  if (offer_id === null || offered_to === null || offered_until === null) return null
  return { id: offer_id, operator: offered_to, until: offered_until }
}

function phaseFrom(row: ConversationTable, operators: Staff[]): Phase {
  if (row.closed_at !== null) return { state: 'closed', at: row.closed_at, by: must(row.closed_by), operators }
  if (row.accepted_at !== null) return { state: 'active', at: row.accepted_at, operators }
  return { state: 'requested', at: row.begun_at, before: operators }
}
