import type { Topic } from '@portico/protocol/topics'
import type { Migration, Shown } from './capability.ts'
import type { Db, Tx } from './db/database.ts'
import { prepared, preparedRows } from './db/prepared.ts'
import { must } from './must.ts'

/** The rows are the truth, the log is a window: whoever is further behind gets a snapshot. */
export const LOG_KEPT_MS = 48 * 60 * 60 * 1000
const TRIMMED_AT_ONCE = 1000

declare module './db/database.ts' {
  interface Tables {
    topic_head: { topic: Topic; position: number; moved_at: number }
    event_log: { topic: Topic; position: number; at: number; body: string }
  }
}

/** `body` is the event as JSON, made once: what is stored is what is sent. */
export type Entry = { topic: Topic; position: number; body: string }
export type Head = { topic: Topic; position: number }

const raiseHeads = preparedRows((db, heads: readonly (Head & { moved_at: number })[]) =>
  db
    .insertInto('topic_head')
    .values(heads)
    .onConflict((oc) =>
      oc.column('topic').doUpdateSet((eb) => ({
        position: eb('topic_head.position', '+', eb.ref('excluded.position')),
        moved_at: eb.ref('excluded.moved_at'),
      })),
    )
    .returning(['topic', 'position']),
)
const insertEntries = preparedRows((db, entries: readonly (Entry & { at: number })[]) =>
  db.insertInto('event_log').values(entries),
)

const headByTopic = prepared((db, { topic }: { topic: Topic }) =>
  db.selectFrom('topic_head').select('position').where('topic', '=', topic),
)

// Counting up a head row locks it until commit, so position order is commit order within a topic:
// a reader that has seen position n can never later discover an n-1.
export async function append(tx: Tx, shown: readonly Shown[], at: number): Promise<readonly Entry[]> {
  if (shown.length === 0) return []
  const topics = [...Map.groupBy(shown, ([topic]) => topic)].sort(([a], [b]) => (a < b ? -1 : 1))
  const heads = await raiseHeads(
    tx,
    topics.map(([topic, events]) => ({ topic, position: events.length, moved_at: at })),
  )
  const last = new Map(heads.map(({ topic, position }) => [topic, position]))
  const entries = topics.flatMap(([topic, events]) =>
    events.map(([, event], i) => ({
      topic,
      position: must(last.get(topic)) - events.length + 1 + i,
      body: JSON.stringify(event),
    })),
  )
  await insertEntries(
    tx,
    entries.map((entry) => ({ ...entry, at })),
  )
  return entries
}

export async function headOf(db: Db, topic: Topic): Promise<number> {
  const [head] = await headByTopic(db, { topic })
  return head?.position ?? 0
}

export function headsMovedSince(db: Db, since: number): Promise<Head[]> {
  return db.selectFrom('topic_head').select(['topic', 'position']).where('moved_at', '>=', since).orderBy('topic').execute()
}

/** Oldest first. Empty although the head is further: the log has been trimmed behind the cursor. */
export function readSince(db: Db, { topic, cursor, limit }: { topic: Topic; cursor: number; limit: number }): Promise<Entry[]> {
  return db
    .selectFrom('event_log')
    .select(['topic', 'position', 'body'])
    .where('topic', '=', topic)
    .where('position', '>', cursor)
    .orderBy('position')
    .limit(limit)
    .execute()
}

/** Answers whether there may be more to trim. */
export async function trimLog(tx: Tx, at: number): Promise<boolean> {
  const old = await tx
    .selectFrom('event_log')
    .select(['topic', 'position'])
    .where('at', '<', at - LOG_KEPT_MS)
    .orderBy('at')
    .orderBy('topic')
    .orderBy('position')
    .limit(TRIMMED_AT_ONCE)
    .execute()
  for (const [topic, entries] of Map.groupBy(old, (entry) => entry.topic)) {
    const last = Math.max(...entries.map(({ position }) => position))
    await tx.deleteFrom('event_log').where('topic', '=', topic).where('position', '<=', last).execute()
  }
  return old.length === TRIMMED_AT_ONCE
}

export const logMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-log',
    up: async (db) => {
      await db.schema
        .createTable('topic_head')
        .addColumn('topic', 'text', (c) => c.primaryKey())
        .addColumn('position', 'bigint', (c) => c.notNull())
        .addColumn('moved_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('topic_head_moved_at').on('topic_head').column('moved_at').execute()
      await db.schema
        .createTable('event_log')
        .addColumn('topic', 'text', (c) => c.notNull())
        .addColumn('position', 'bigint', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('event_log_pk', ['topic', 'position'])
        .execute()
      await db.schema.createIndex('event_log_at').on('event_log').column('at').execute()
    },
  },
]
