import type { Topic } from '@portico/protocol/topics'
import type { Migration } from '../capability.ts'

declare module '../db/database.ts' {
  interface Tables {
    member: { topic: Topic; node: string; member: string }
  }
}

export const memberMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-members',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('member')
        .addColumn('topic', 'text', (c) => c.notNull())
        .addColumn('node', 'text', (c) => c.notNull().references('node_lease.node').onDelete('cascade'))
        .addColumn('member', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('member_pk', ['topic', 'node', 'member'])
        .execute()
      await db.schema.createIndex('member_node').on('member').column('node').execute()
    },
  },
]
