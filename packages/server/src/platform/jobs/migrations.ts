import { sql } from 'kysely'
import type { Migration } from '../capability.ts'
import type { Db } from '../db/database.ts'
import { newId } from '@portico/protocol/new-id'
import { keepJobs } from './keep.ts'

export const jobMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-due',
    up: async (db) => {
      await db.schema
        .createTable('due')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('capability', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('command', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('due_at').on('due').columns(['at', 'key']).execute()
    },
  },
  {
    name: '2026-11-20-reactions',
    up: async (db) => {
      await db.schema
        .createTable('reaction')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('capability', 'text', (c) => c.notNull())
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('event', 'text', (c) => c.notNull())
        .addColumn('depth', 'integer', (c) => c.notNull())
        .addColumn('tries', 'integer', (c) => c.notNull())
        .addColumn('next_at', 'bigint', (c) => c.notNull())
        .addColumn('parked_at', 'bigint')
        .execute()
      await db.schema.createIndex('reaction_parked').on('reaction').columns(['parked_at', 'id']).execute()
    },
  },
  {
    name: '2026-11-26-jobs',
    up: async (db) => {
      await createJobs(db)
      await createLines(db)
      // Leases of operators are counted elsewhere by now.
      await db.deleteFrom('due').where('key', 'like', 'lease:%').execute()
      await moveDue(db)
      await moveReactions(db)
    },
  },
]

async function createJobs(db: Db): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'bigint', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.unique())
    .addColumn('capability', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('destination', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('depth', 'integer', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('kept_at', 'bigint', (c) => c.notNull())
    .addColumn('parked_at', 'bigint')
    .addColumn('fault', 'text')
    .execute()
  await db.schema
    .createIndex('job_in_line')
    .on('job')
    .columns(['line', 'ordinal'])
    .where(sql.ref('parked_at'), 'is', null)
    .execute()
  await db.schema.createIndex('job_parked').on('job').columns(['parked_at', 'id']).where('parked_at', 'is not', null).execute()
}

async function createLines(db: Db): Promise<void> {
  await db.schema
    .createTable('job_line')
    .addColumn('line', 'text', (c) => c.primaryKey())
    .addColumn('lane', 'text', (c) => c.notNull())
    .addColumn('destination', 'text', (c) => c.notNull())
    .addColumn('last_ordinal', 'bigint', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('holder', 'text')
    .addColumn('leased_until', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('job_line_next').on('job_line').columns(['lane', 'next_at', 'line']).execute()
  await db.schema
    .createTable('job_destination')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('paused_until', 'bigint', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .execute()
}

declare module '../db/database.ts' {
  interface Tables {
    /** What waited before there were jobs; nothing is written here. */
    due: { key: string; id: string; capability: string; at: number; command: string }
    reaction: { id: string; capability: string; subject: string; event: string; depth: number; next_at: number }
  }
}

const ON_THE_ROAD = { lane: 'road', destination: '' } as const

async function moveDue(db: Db): Promise<void> {
  const rows = await db.selectFrom('due').selectAll().orderBy('at').orderBy('key').execute()
  for (const { key, capability, at, command } of rows) {
    const { type: what } = JSON.parse(command) as { type: string } // an internal command, as it was scheduled
    const line = `${capability} ${key}`
    const job = { id: newId(at), key, capability, line, what, body: command, depth: 0, next_at: at } as const
    await keepJobs(db, [{ ...ON_THE_ROAD, ...job, kind: 'due' }], at)
  }
  await db.deleteFrom('due').execute()
}

// Rows held whole events. What answers them asks for these ids; where an event holds more than the id of one, the id is kept.
const IDS = ['operator', 'channel', 'channels', 'conversation'] as const

async function moveReactions(db: Db): Promise<void> {
  const rows = await db.selectFrom('reaction').selectAll().orderBy('id').execute()
  for (const { id, capability, subject, event, depth, next_at } of rows) {
    const happened = JSON.parse(event) as { type: string } & Record<string, unknown> // an event, as it was kept
    const ids = Object.fromEntries(IDS.filter((name) => name in happened).map((name) => [name, idOf(happened[name])]))
    const job = { id, capability, line: `${capability} ${subject}`, key: null, what: happened.type, body: JSON.stringify(ids) }
    await keepJobs(db, [{ ...ON_THE_ROAD, ...job, kind: 'reaction', depth, next_at }], next_at)
  }
  await db.deleteFrom('reaction').execute()
}

const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value)
