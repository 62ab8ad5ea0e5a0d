import { sql } from 'kysely'
import type { ChannelId, ConversationId, LineId, OfferId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Author, ConversationLine } from '@portico/protocol/conversations'
import { pageAddress, pageTitle } from '@portico/protocol/page-address'
import type { Migration } from '../platform/capability.ts'

const MASKED_AT_ONCE = 500

// No state column: the nullable instants say which phase a conversation is in, and since when.
export type ConversationTable = {
  id: ConversationId
  /** Whose members work on it. */
  channel_id: ChannelId
  /** The channel of the page on which its visitor began it: to him it stays there, wherever it is moved. */
  entrance: ChannelId
  visitor_id: VisitorId
  opened_at: number
  /** When it began to wait, or was taken up again: in a channel the open one of a visitor is the last begun. */
  begun_at: number
  accepted_at: number | null
  /** The first line an operator wrote to the visitor. */
  answered_at: number | null
  closed_at: number | null
  closed_by: 'visitor' | 'operator' | 'system' | null
  last_ordinal: number
  /** Messages of the visitor. */
  visitor_lines: number
  visitor_read: number
  /** How far the operators who take part have read, in lines that the visitor sees too. */
  seen_ordinal: number
  seen_line: LineId | null
  moved_at: number
  excerpt: string
  /** The operator whose words the excerpt is of; null: the visitor's. */
  said_by: OperatorId | null
  /** The first message of the visitor that no operator has answered yet. */
  unanswered_at: number | null
  visitor_name: string | null
  visitor_email: string | null
  visitor_locale: string | null
  analytics_id: string | null
  page_url: string | null
  page_title: string | null
  /** While it is offered to somebody. */
  offer_id: OfferId | null
  offered_to: OperatorId | null
  offered_until: number | null
  /** As whom its visitor knows its operators, as JSON; null: all by their names. */
  guises: string | null
  /** Where its words are kept for searching; null until they first are. */
  search_number: number | null
  /** Up to which line they are, and when that was last looked at. */
  indexed_ordinal: number
  indexed_at: number
}

export type LineTable = {
  id: LineId
  conversation_id: ConversationId
  ordinal: number
  audience: ConversationLine['audience']
  author_kind: Author['kind']
  author_id: OperatorId | null
  author_name: string | null
  kind: 'message' | 'note' | 'notice'
  /** Of a notice: which. */
  text: string
  /** Of whom a notice tells, beside its author. */
  whom: string | null
  at: number
}

declare module '../platform/db/database.ts' {
  interface Tables {
    conversation: ConversationTable
    line: LineTable
    read_mark: { operator_id: OperatorId; conversation_id: ConversationId; ordinal: number; visitor_lines: number; at: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-20-conversations',
    up: async (db) => {
      await db.schema
        .createTable('conversation')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('visitor_id', 'text', (c) => c.notNull())
        .addColumn('opened_at', 'bigint', (c) => c.notNull())
        .addColumn('accepted_at', 'bigint')
        .addColumn('answered_at', 'bigint')
        .addColumn('closed_at', 'bigint')
        .addColumn('closed_by', 'text')
        .addColumn('last_ordinal', 'bigint', (c) => c.notNull())
        .addColumn('visitor_ordinal', 'bigint', (c) => c.notNull())
        .addColumn('visitor_read', 'bigint', (c) => c.notNull())
        .addColumn('seen_ordinal', 'bigint', (c) => c.notNull())
        .addColumn('seen_line', 'text')
        .addColumn('moved_at', 'bigint', (c) => c.notNull())
        .addColumn('excerpt', 'text', (c) => c.notNull())
        .addColumn('visitor_name', 'text')
        .addColumn('visitor_email', 'text')
        .addColumn('visitor_locale', 'text')
        .addColumn('analytics_id', 'text')
        .addColumn('page_url', 'text')
        .addColumn('page_title', 'text')
        .execute()
      const index = (name: string, columns: (keyof ConversationTable)[]) =>
        db.schema.createIndex(name).on('conversation').columns(columns).execute()
      await index('conversation_open', ['channel_id', 'closed_at', 'opened_at', 'id'])
      await index('conversation_of_visitor', ['visitor_id', 'channel_id', 'opened_at'])
      await index('conversation_closed', ['closed_at', 'id'])
      await index('conversation_moved', ['moved_at'])
      await db.schema
        .createTable('line')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('ordinal', 'bigint', (c) => c.notNull())
        .addColumn('audience', 'text', (c) => c.notNull())
        .addColumn('author_kind', 'text', (c) => c.notNull())
        .addColumn('author_id', 'text')
        .addColumn('author_name', 'text')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('line_order').unique().on('line').columns(['conversation_id', 'ordinal']).execute()
      await db.schema
        .createTable('participant')
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('joined_at', 'bigint', (c) => c.notNull())
        .addColumn('joined_ordinal', 'bigint', (c) => c.notNull())
        .addColumn('left_at', 'bigint')
        .addPrimaryKeyConstraint('participant_pk', ['conversation_id', 'operator_id'])
        .execute()
      await db.schema
        .createIndex('participant_of')
        .on('participant')
        .columns(['operator_id', 'left_at', 'conversation_id'])
        .execute()
      await db.schema
        .createTable('read_mark')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('ordinal', 'bigint', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('read_mark_pk', ['operator_id', 'conversation_id'])
        .execute()
      await db.schema.createIndex('read_mark_in').on('read_mark').column('conversation_id').execute()
    },
  },
  {
    name: '2026-11-20-unread-counts',
    up: async (db) => {
      for (const table of ['conversation', 'read_mark']) {
        await db.schema
          .alterTable(table)
          .addColumn('visitor_lines', 'bigint', (c) => c.notNull().defaultTo(0))
          .execute()
      }
      await sql`update conversation set visitor_lines = (select count(*) from line
        where line.conversation_id = conversation.id and author_kind = 'visitor' and kind = 'message')`.execute(db)
      await sql`update read_mark set visitor_lines = (select count(*) from line
        where line.conversation_id = read_mark.conversation_id and line.ordinal <= read_mark.ordinal
          and author_kind = 'visitor' and kind = 'message')`.execute(db)
      await db.schema.alterTable('conversation').dropColumn('visitor_ordinal').execute()
      // Its entries say ordinals where counts are expected now. Whoever is behind gets a snapshot.
      await db.deleteFrom('event_log').execute()
    },
  },
  {
    name: '2026-11-26-page-addresses',
    up: async (db) => {
      for (let after = ''; ;) {
        const rows = await db
          .selectFrom('conversation')
          .select(['id', 'page_url', 'page_title'])
          .where('page_url', 'is not', null)
          .where('id', '>', after as ConversationId) // nothing comes before the empty text
          .orderBy('id')
          .limit(MASKED_AT_ONCE)
          .execute()
        for (const { id, page_url, page_title } of rows) {
          const masked = { page_url: pageAddress(page_url ?? '', 'masked'), page_title: pageTitle(page_title ?? '') }
          await db.updateTable('conversation').set(masked).where('id', '=', id).execute()
        }
        const last = rows.at(-1)
        if (!last) break
        after = last.id
      }
      // Its entries hold the addresses too. Whoever is behind gets a snapshot.
      await db.deleteFrom('event_log').execute()
    },
  },
  {
    name: '2026-11-26-lists-by-channel',
    additive: true,
    up: async (db) => {
      // Messages touch neither: they change nothing that these hold.
      await db.schema
        .createIndex('conversation_ended')
        .on('conversation')
        .columns(['channel_id', 'closed_at', 'id'])
        .where('closed_at', 'is not', null)
        .execute()
      await db.schema
        .createIndex('conversation_now')
        .on('conversation')
        .column('id')
        .where(sql.ref('closed_at'), 'is', null)
        .execute()
      await db.schema.dropIndex('conversation_closed').execute()
      await db.schema.dropIndex('conversation_moved').execute()
      await sql`delete from read_mark where exists
        (select 1 from conversation where conversation.id = read_mark.conversation_id and closed_at is not null)`.execute(db)
    },
  },
  {
    name: '2026-11-26-unanswered-since',
    additive: true,
    up: async (db) => {
      await db.schema.alterTable('conversation').addColumn('said_by', 'text').execute()
      await db.schema.alterTable('conversation').addColumn('unanswered_at', 'bigint').execute()
      const newest = (author: string, column: string) =>
        sql`(select ${sql.ref(column)} from line where line.conversation_id = conversation.id and line.kind = 'message'
          ${sql.raw(author)} order by ordinal desc limit 1)`
      await sql`update conversation set said_by = ${newest('', 'author_id')}`.execute(db)
      await sql`update conversation set unanswered_at = (select min(line.at) from line
        where line.conversation_id = conversation.id and line.kind = 'message' and line.author_kind = 'visitor'
          and line.ordinal > coalesce(${newest("and line.author_kind = 'operator'", 'ordinal')}, 0))
        where closed_at is null`.execute(db)
    },
  },
  {
    name: '2026-11-26-reopening',
    up: async (db) => {
      await db.schema
        .alterTable('conversation')
        .addColumn('begun_at', 'bigint', (c) => c.notNull().defaultTo(0))
        .execute()
      await sql`update conversation set begun_at = opened_at`.execute(db)
      await db.schema
        .createIndex('conversation_begun')
        .on('conversation')
        .columns(['visitor_id', 'channel_id', 'begun_at'])
        .execute()
      // Its entries hold phases without those who were in it. Whoever is behind gets a snapshot.
      await db.deleteFrom('event_log').execute()
    },
  },
  {
    name: '2026-11-26-days',
    additive: true,
    up: async (db) => {
      await db.schema.createIndex('conversation_of_day').on('conversation').columns(['channel_id', 'begun_at']).execute()
    },
  },
  {
    name: '2026-11-26-guises',
    up: async (db) => {
      await db.schema.alterTable('conversation').addColumn('guises', 'text').execute()
      // Its entries tell visitors the ids of operators. Whoever is behind gets a snapshot.
      await db.deleteFrom('event_log').execute()
    },
  },
  {
    name: '2026-11-27-whom-notices-tell-of',
    additive: true,
    up: async (db) => {
      await db.schema.alterTable('line').addColumn('whom', 'text').execute()
    },
  },
]
