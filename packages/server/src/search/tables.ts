import { sql } from 'kysely'
import type { Migration } from '../platform/capability.ts'
import { createTerms } from '../platform/db/terms.ts'

export const TEXTS = 'search_text'

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-search',
    additive: true,
    up: async (db) => {
      await createTerms(db, TEXTS)
      await db.schema.alterTable('conversation').addColumn('search_number', 'bigint').execute()
      for (const column of ['indexed_ordinal', 'indexed_at'])
        await db.schema
          .alterTable('conversation')
          .addColumn(column, 'bigint', (c) => c.notNull().defaultTo(0))
          .execute()
      await db.schema.createIndex('conversation_searched').unique().on('conversation').column('search_number').execute()
      // A line moves last_ordinal, and is to be indexed by that: its own transaction writes nothing more.
      await db.schema
        .createIndex('conversation_unindexed')
        .on('conversation')
        .columns(['indexed_at', 'id'])
        .where(sql<boolean>`last_ordinal > indexed_ordinal`)
        .execute()
    },
  },
]
