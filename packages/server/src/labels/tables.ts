import type { LabelKind } from '@portico/protocol/labels'
import type { LabelId, OperatorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Migration } from '../platform/capability.ts'

export type LabelTable = {
  id: LabelId
  kind: LabelKind
  name: string
  /** The name as names are compared. */
  folded: string
  tint: number
  made_at: number
  /** Since when nobody is offered it; conversations keep theirs. */
  removed_at: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    label: LabelTable
    spoken_language: { operator_id: OperatorId; language: string; place: number }
    known_expertise: { operator_id: OperatorId; label_id: LabelId }
    home_country: { operator_id: OperatorId; country: string }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-26-labels',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('label')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('folded', 'text', (c) => c.notNull())
        .addColumn('tint', 'integer', (c) => c.notNull())
        .addColumn('made_at', 'bigint', (c) => c.notNull())
        .addColumn('removed_at', 'bigint')
        .execute()
      await db.schema
        .createIndex('label_named')
        .unique()
        .on('label')
        .columns(['kind', 'folded'])
        .where(sql.ref('removed_at'), 'is', null)
        .execute()
      await db.schema
        .createTable('spoken_language')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('language', 'text', (c) => c.notNull())
        .addColumn('place', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('spoken_language_pk', ['operator_id', 'language'])
        .execute()
      await db.schema
        .createTable('known_expertise')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('label_id', 'text', (c) => c.notNull().references('label.id'))
        .addPrimaryKeyConstraint('known_expertise_pk', ['operator_id', 'label_id'])
        .execute()
      await db.schema.createIndex('known_expertise_by').on('known_expertise').column('label_id').execute()
    },
  },
  {
    name: '2026-11-26-home-countries',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('home_country')
        .addColumn('operator_id', 'text', (c) => c.primaryKey().references('operator.id'))
        .addColumn('country', 'text', (c) => c.notNull())
        .execute()
    },
  },
]
