import { sql } from 'kysely'
import type { Migration } from '../capability.ts'
import type { Db } from '../db/database.ts'
import { faultOf } from '../db/faults.ts'
import { tokenBucket } from './token-bucket.ts'

/** Longer than any of these buckets needs to be full again. */
const KEPT_MS = 2 * 3_600_000

declare module '../db/database.ts' {
  interface Tables {
    shared_bucket: { key: string; tokens: number; at: number }
    spent_challenge: { puzzle: string; at: number }
  }
}

export type SharedBucket = {
  /** How long to wait, in ms; 0 if it may go on. */
  take: (key: string, now: number) => Promise<number>
  giveBack: (key: string) => Promise<void>
}

export type SharedLimits = {
  bucket: (named: { name: string; burst: number; perMs: number }) => SharedBucket
  /** Whether nobody has spent it before. */
  spend: (puzzle: string) => Promise<boolean>
  /** Forgets what is full again or out of time. */
  trim: () => Promise<void>
}

/**
 * What all nodes count together, by the clock of their database. This node's own count comes first: only what it lets through is
 * asked about there. `shared` is undefined where this node is the only one.
 */
export function openSharedLimits(shared: Db | undefined): SharedLimits {
  return {
    bucket: ({ name, burst, perMs }) => {
      const own = tokenBucket({ burst, perMs })
      const keyOf = (key: string) => `${name} ${key}`
      return {
        take: async (key, now) => {
          const wait = own(key, now)
          return wait > 0 || !shared ? wait : orThrough(takeIn(shared, { key: keyOf(key), burst, perMs }), 0)
        },
        giveBack: async (key) => {
          own.giveBack(key)
          if (shared) await orThrough(giveBackIn(shared, { key: keyOf(key), burst }), undefined)
        },
      }
    },
    spend: async (puzzle) => (shared ? orThrough(spendIn(shared, puzzle), true) : true),
    trim: async () => {
      if (!shared) return
      await sql`delete from shared_bucket where at < ${NOW} - ${KEPT_MS}::bigint`.execute(shared)
      await sql`delete from spent_challenge where at < ${NOW} - ${KEPT_MS}::bigint`.execute(shared)
    },
  }
}

const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`

type Taken = { key: string; burst: number; perMs: number }

async function takeIn(db: Db, { key, burst, perMs }: Taken): Promise<number> {
  const left = sql<number>`least(${burst}::float8, shared_bucket.tokens + greatest(0, ${NOW} - shared_bucket.at) * ${perMs}::float8)`
  const taken = await sql`insert into shared_bucket (key, tokens, at) values (${key}, ${burst - 1}::float8, ${NOW})
    on conflict (key) do update set tokens = ${left} - 1, at = ${NOW} where ${left} >= 1 returning key`.execute(db)
  if (taken.rows.length > 0) return 0
  const { rows } = await sql<{ tokens: number }>`select ${left} as tokens from shared_bucket where key = ${key}`.execute(db)
  return Math.ceil((1 - Math.min(1, rows[0]?.tokens ?? 0)) / perMs)
}

const giveBackIn = (db: Db, { key, burst }: Omit<Taken, 'perMs'>) =>
  sql`update shared_bucket set tokens = least(${burst}::float8, tokens + 1) where key = ${key}`.execute(db)

async function spendIn(db: Db, puzzle: string): Promise<boolean> {
  const spent =
    await sql`insert into spent_challenge (puzzle, at) values (${puzzle}, ${NOW}) on conflict do nothing returning puzzle`.execute(
      db,
    )
  return spent.rows.length > 0
}

/** A database that is away writes nothing, so there is nothing to protect it from: whoever goes through is told `retry` there. */
async function orThrough<T, E>(asked: Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await asked
  } catch (error) {
    if (faultOf(error) === undefined) throw error
    return otherwise
  }
}

export const sharedLimitMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-shared-limits',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('shared_bucket')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('tokens', 'double precision', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('spent_challenge')
        .addColumn('puzzle', 'text', (c) => c.primaryKey())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
]
