import type { ChannelId, ConversationId, OperatorId, SeatId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Level } from '@portico/protocol/level-order'
import type { Migration } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { derivedId } from '../platform/derived-id.ts'
import type { CameBy } from './seat.ts'

const MOVED_AT_ONCE = 500

type SeatTable = {
  id: SeatId
  conversation_id: ConversationId
  /** A visitor's own stay is the conversation itself. */
  kind: 'operator' | 'customer' | 'bot'
  operator_id: OperatorId | null
  name: string
  level: Level
  came_by: CameBy
  joined_at: number
  joined_ordinal: number
  /** With the end of the conversation at the latest. */
  left_at: number | null
  /** The line with which he left; two may leave within one millisecond, and not with one line. */
  left_ordinal: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    seat: SeatTable
    /** Of whoever has been let in and takes it next: it counts as his from then on, so that nobody else gives him the same room. */
    promised_seat: { operator_id: OperatorId; conversation_id: ConversationId; channel_id: ChannelId }
  }
}

export const seatMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-seats',
    up: async (db) => {
      await db.schema
        .createTable('seat')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('operator_id', 'text', (c) => c.references('operator.id'))
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('level', 'text', (c) => c.notNull())
        .addColumn('came_by', 'text', (c) => c.notNull())
        .addColumn('joined_at', 'bigint', (c) => c.notNull())
        .addColumn('joined_ordinal', 'bigint', (c) => c.notNull())
        .addColumn('left_at', 'bigint')
        .addColumn('left_ordinal', 'bigint')
        .execute()
      await db.schema.createIndex('seat_in').on('seat').columns(['conversation_id', 'joined_ordinal']).execute()
      await db.schema.createIndex('seat_of').on('seat').columns(['operator_id', 'left_at']).execute()
      // What an operator holds now is counted wherever somebody is to have more.
      await db.schema
        .createIndex('seat_held')
        .on('seat')
        .columns(['operator_id', 'conversation_id'])
        .where(sql.ref('left_at'), 'is', null)
        .execute()
      await takeOver(db)
      await db.schema.dropTable('participant').execute()
    },
  },
  {
    name: '2026-11-26-promised-seats',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('promised_seat')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('promised_seat_pk', ['operator_id', 'conversation_id'])
        .execute()
      await db.schema.createIndex('promised_seat_in').on('promised_seat').column('conversation_id').execute()
    },
  },
]

const FORMER = sql.table('participant')

type Former = {
  conversation_id: ConversationId
  operator_id: OperatorId
  name: string
  joined_at: number
  joined_ordinal: number
  left_at: number | null
  closed_at: number | null
  last_ordinal: number
  is_first: number
}

/** Who was in what has ended stayed until its end. */
async function takeOver(db: Db): Promise<void> {
  for (let after = { conversation: '', operator: '' }; ;) {
    const { rows } = await sql<Former>`select former.*, conversation.closed_at, conversation.last_ordinal,
        case when joined_ordinal = (select min(joined_ordinal) from ${FORMER} as each
          where each.conversation_id = former.conversation_id) then 1 else 0 end as is_first
      from ${FORMER} as former join conversation on conversation.id = former.conversation_id
      where (conversation_id, operator_id) > (${after.conversation}, ${after.operator})
      order by conversation_id, operator_id limit ${sql.lit(MOVED_AT_ONCE)}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    await db.insertInto('seat').values(rows.map(seatOf)).execute()
    after = { conversation: last.conversation_id, operator: last.operator_id }
  }
}

const seatOf = ({ conversation_id, operator_id, name, joined_at, joined_ordinal, ...rest }: Former): SeatTable => ({
  id: derivedId(`seat ${conversation_id} ${operator_id}`) as string as SeatId, // within an id's alphabet
  conversation_id,
  kind: 'operator',
  operator_id,
  name,
  level: 'owner',
  came_by: rest.is_first === 1 ? 'accept' : 'writing',
  joined_at,
  joined_ordinal,
  left_at: rest.left_at ?? rest.closed_at,
  left_ordinal: rest.left_at === null && rest.closed_at !== null ? rest.last_ordinal : null,
})
