import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    site: { id: 'site'; name: string }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-20-workspace',
    up: async (db) => {
      await db.schema
        .createTable('site')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .execute()
      await db.insertInto('site').values({ id: 'site', name: 'Portico' }).execute()
    },
  },
]
