import type { ChannelId, ConversationId, OfferId, OperatorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Migration } from '../platform/capability.ts'

/** How an offer ended: taken by whom it was made to; declined by him; not answered in time; gone, because others took or ended it. */
export type OfferEnd = 'taken' | 'declined' | 'lapsed' | 'withdrawn'

declare module '../platform/db/database.ts' {
  interface Tables {
    /** Each that was ever made. */
    offer: {
      id: OfferId
      conversation_id: ConversationId
      channel_id: ChannelId
      operator_id: OperatorId
      at: number
      until: number
      ended_at: number | null
      how: OfferEnd | null
    }
  }
}

export const offerMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-offers',
    up: async (db) => {
      await db.schema
        .createTable('offer')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('until', 'bigint', (c) => c.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('how', 'text')
        .execute()
      await db.schema.createIndex('offer_of_conversation').on('offer').columns(['conversation_id', 'at']).execute()
      await db.schema.createIndex('offer_in').on('offer').columns(['channel_id', 'at']).execute()
      await db.schema
        .createIndex('offer_held')
        .on('offer')
        .columns(['operator_id', 'conversation_id'])
        .where(sql.ref('ended_at'), 'is', null)
        .execute()
      for (const column of ['offer_id', 'offered_to'] as const)
        await db.schema.alterTable('conversation').addColumn(column, 'text').execute()
      await db.schema.alterTable('conversation').addColumn('offered_until', 'bigint').execute()
      await db.schema
        .alterTable('conversation')
        .addColumn('entrance', 'text', (c) => c.notNull().defaultTo(''))
        .execute()
      await sql`update conversation set entrance = channel_id`.execute(db)
      await db.schema
        .createIndex('conversation_entered')
        .on('conversation')
        .columns(['visitor_id', 'entrance', 'begun_at'])
        .execute()
      await db.schema.dropIndex('conversation_begun').execute()
    },
  },
]
