import type { ChannelView } from '@portico/protocol/channels'
import type { OperatorView } from '@portico/protocol/auth'
import type { ChatView, ConversationView, VisitorView } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { SNAPSHOT_LINES } from '@portico/protocol/limits'
import { cardOf } from '../customers/customer.ts'
import { findCustomerOf } from '../customers/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { chatLineOf, phaseSeen } from './guise.ts'
import { readSittings } from './seat-reads.ts'
import { observersOf } from './sitters-shown.ts'
import { readChatLines, readLines } from './lines.ts'
import { OPEN_ROWS_MAX } from './lists.ts'
import { viewOf } from './person.ts'
import { findPerson } from './person-row.ts'
import { findConversation, rowsFrom } from './reads.ts'

export async function conversationSnapshot(db: Db, id: ConversationId): Promise<ConversationView | undefined> {
  const found = await findConversation(db, id)
  if (!found) return undefined
  const { channel, openedAt, visitor, page, phase, offer, visitorRead } = found
  return {
    id,
    channel,
    openedAt,
    visitor,
    page,
    phase,
    offer,
    ...(await readLines(db, { conversation: id, before: undefined, limit: SNAPSHOT_LINES })),
    visitorRead,
    person: viewOf(await findPerson(db, visitor.id)),
    came: [...found.came],
    customer: await readCard(db, visitor.id),
    observers: observersOf(found),
  }
}

export async function chatSnapshot(db: Db, id: ConversationId): Promise<ChatView | undefined> {
  const found = await findConversation(db, id)
  if (!found) return undefined
  const { lines, older } = await readChatLines(db, { conversation: id, before: undefined, limit: SNAPSHOT_LINES })
  return {
    id,
    channel: found.entrance,
    phase: phaseSeen(found, found.phase),
    lines: lines.map((line) => chatLineOf(found, line)),
    older,
    seen: await readSeen(db, id),
  }
}

export async function channelSnapshot(db: Db, id: ChannelId): Promise<Pick<ChannelView, 'rows' | 'more'>> {
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('channel_id', '=', id)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(OPEN_ROWS_MAX + 1)
    .execute()
  return { rows: await rowsFrom(db, rows.slice(0, OPEN_ROWS_MAX)), more: rows.length > OPEN_ROWS_MAX }
}

export async function operatorSnapshot(db: Db, id: OperatorId): Promise<Pick<OperatorView, 'marks' | 'sittings'>> {
  const marks = await db
    .selectFrom('read_mark')
    .innerJoin('conversation', 'conversation.id', 'read_mark.conversation_id')
    .select(['read_mark.conversation_id as conversation', 'read_mark.ordinal', 'read_mark.visitor_lines as visitorLines'])
    .where('read_mark.operator_id', '=', id)
    .where('conversation.closed_at', 'is', null)
    .orderBy('read_mark.conversation_id')
    .execute()
  return { marks, sittings: await readSittings(db, id) }
}

export async function visitorSnapshot(db: Db, id: VisitorId): Promise<VisitorView> {
  const rows = await db
    .selectFrom('conversation')
    .select(['id', 'entrance', 'closed_at'])
    .where('visitor_id', '=', id)
    .orderBy('entrance')
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const newest = new Map<ChannelId, VisitorView['conversations'][number]>()
  for (const { id: conversation, entrance: channel, closed_at } of rows) {
    if (!newest.has(channel)) newest.set(channel, { conversation, channel, state: closed_at === null ? 'open' : 'closed' })
  }
  return { id, conversations: [...newest.values()] }
}

async function readCard(db: Db, visitor: VisitorId): Promise<ConversationView['customer']> {
  const customer = await findCustomerOf(db, visitor)
  return customer ? cardOf(customer) : null
}

/** How far the operators who take part have read, in lines that the visitor sees. */
async function readSeen(db: Db, conversation: ConversationId): Promise<ChatView['seen']> {
  const row = await db.selectFrom('conversation').select('seen_line').where('id', '=', conversation).executeTakeFirst()
  return row?.seen_line ?? null
}
