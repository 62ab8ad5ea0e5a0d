import { sql } from 'kysely'
import type { SiteSwitch } from '@portico/protocol/switches'
import type { Migration } from '../platform/capability.ts'

declare module '../platform/db/database.ts' {
  interface Tables {
    /** `zone`: an IANA name; it makes the site's days. */
    site: { id: 'site'; name: string; zone: string }
    /** What is switched off. */
    site_switch: { what: SiteSwitch; off_since: number }
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
      await sql`insert into site (id, name) values ('site', 'Portico')`.execute(db)
    },
  },
  {
    name: '2026-11-26-site-zone',
    additive: true,
    up: async (db) => {
      await db.schema
        .alterTable('site')
        .addColumn('zone', 'text', (c) => c.notNull().defaultTo('UTC'))
        .execute()
    },
  },
  {
    name: '2026-11-26-site-switches',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('site_switch')
        .addColumn('what', 'text', (c) => c.primaryKey())
        .addColumn('off_since', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
]
