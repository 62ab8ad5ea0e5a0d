import { sql, type ColumnType } from 'kysely'
import type { Topic } from '@portico/protocol/topics'
import type { Migration, Shown } from './capability.ts'
import { keepsMoves, orderCommits, readOldest } from './db/commit-order.ts'
import type { Db, Tx } from './db/database.ts'
import { prepared, preparedRows } from './db/prepared.ts'
import { must } from './must.ts'
import { randomTag } from './random-tag.ts'

/** The rows are the truth, the log is a window: whoever is further behind gets a snapshot. */
export const LOG_KEPT_MS = 48 * 60 * 60 * 1000
/** A topic of which the log has had no entry for so long is counted from the beginning again; whoever still listens gets a snapshot. */
export const HEADS_KEPT_MS = 30 * 24 * 60 * 60 * 1000
const TRIMMED_AT_ONCE = 1000

declare module './db/database.ts' {
  interface Tables {
    topic_head: {
      topic: Topic
      position: number
      tag: string
      tag_before: string
      /** Only where keepsMoves: the database fills it in. */
      moved_tx: ColumnType<string, undefined, string>
    }
    event_log: { topic: Topic; position: number; tag: string; at: number; body: string }
    /** Topics of which the log holds nothing any more, since when, and where their heads stood. */
    idle_topic: { topic: Topic; position: number; since: number }
  }
}

/**
 * A place in one line of history. The tag was drawn at random when the entry was appended: in a copy or an older state that
 * went on by itself another entry stands there, with another tag. Before the first entry: 0 and an empty tag.
 */
export type Point = { position: number; tag: string }
export type Head = Point & { topic: Topic }

/** `body` is the event as JSON, made once: what is stored is what is sent. */
export type Entry = Head & { body: string }

/** As handed on after its commit; `after` is the tag of the entry before it. */
export type Appended = Entry & { after: string }

export const BEGINNING: Point = { position: 0, tag: '' }

export const isSamePoint = (one: Point | undefined, other: Point): boolean =>
  one?.position === other.position && one.tag === other.tag

const raiseHeads = preparedRows((db, heads: readonly (Head & { tag_before: string })[]) =>
  db
    .insertInto('topic_head')
    .values(heads)
    .onConflict((oc) =>
      oc.column('topic').doUpdateSet((eb) => ({
        position: eb('topic_head.position', '+', eb.ref('excluded.position')),
        tag: eb.ref('excluded.tag'),
        tag_before: eb.ref('topic_head.tag'),
        ...(keepsMoves(db) && { moved_tx: eb.ref('excluded.moved_tx') }),
      })),
    )
    .returning(['topic', 'position', 'tag_before']),
)

// Positions are counted by the database, from the heads that have just been raised: nobody waits to be told them.
type Placed = Omit<Entry, 'position'> & { at: number; followers: number }
const insertEntries = preparedRows((db, entries: readonly Placed[]) =>
  db.insertInto('event_log').values(
    entries.map(({ followers, ...entry }) => ({
      ...entry,
      position: sql<number>`(select position from topic_head where topic_head.topic = ${entry.topic}) - ${followers}`,
    })),
  ),
)

const headByTopic = prepared((db, { topic }: { topic: Topic }) =>
  db.selectFrom('topic_head').select(['position', 'tag']).where('topic', '=', topic),
)

// Counting up a head row locks it until commit, so position order is commit order within a topic:
// a reader that has seen position n can never later discover an n-1.
export async function append(tx: Tx, shown: readonly Shown[], at: number): Promise<readonly Appended[]> {
  if (shown.length === 0) return []
  const topics = [...Map.groupBy(shown, ([topic]) => topic)].sort(([a], [b]) => (a < b ? -1 : 1))
  // What is appended together stays together in every copy: one draw tells all of it apart.
  const tag = randomTag()
  const raising = raiseHeads(
    tx,
    topics.map(([topic, events]) => ({ topic, position: events.length, tag, tag_before: BEGINNING.tag })),
  )
  const placed = topics.flatMap(([topic, events]) =>
    events.map(([, event], i) => ({ topic, tag, body: JSON.stringify(event), followers: events.length - 1 - i, first: i === 0 })),
  )
  const [heads] = await Promise.all([
    raising,
    insertEntries(
      tx,
      placed.map(({ first: _, ...entry }) => ({ ...entry, at })),
    ),
  ])
  const raised = new Map(heads.map((head) => [head.topic, head]))
  return placed.map(({ topic, body, followers, first }) => {
    const { position, tag_before } = must(raised.get(topic))
    return { topic, position: position - followers, tag, body, after: first ? tag_before : tag }
  })
}

export async function headOf(db: Db, topic: Topic): Promise<Point> {
  const [head] = await headByTopic(db, { topic })
  return head ?? BEGINNING
}

/** Of each of these topics, in one query: how many they may be is the caller's to bound. */
export async function headsOf(db: Db, topics: readonly Topic[]): Promise<readonly Head[]> {
  const rows = await db.selectFrom('topic_head').select(['topic', 'position', 'tag']).where('topic', 'in', topics).execute()
  const known = new Map(rows.map((head) => [head.topic, head]))
  return topics.map((topic) => known.get(topic) ?? { topic, ...BEGINNING })
}

/**
 * The entries after a point, oldest first. Undefined where the log does not hold the point's own entry: it has been trimmed,
 * or another one stands there.
 */
export async function readAfter(
  db: Db,
  { topic, point, limit }: { topic: Topic; point: Point; limit: number },
): Promise<readonly Entry[] | undefined> {
  const rows = await db
    .selectFrom('event_log')
    .select(['topic', 'position', 'tag', 'body'])
    .where('topic', '=', topic)
    .where('position', '>=', point.position)
    .orderBy('position')
    .limit(limit + 1)
    .execute()
  const after = rows.filter(({ position }) => position > point.position)
  const own = after.length < rows.length ? rows[0] : BEGINNING
  return isSamePoint(own, point) && after[0]?.position === point.position + 1 ? after.slice(0, limit) : undefined
}

/** Answers whether there may be more to trim. */
export async function trimLog(tx: Tx, at: number): Promise<boolean> {
  const oldest = await readOldest(tx, TRIMMED_AT_ONCE)
  // What a clock that was far ahead has written is as old: it would hold back all that came after it.
  const young = oldest.findIndex((entry) => Math.abs(at - entry.at) <= LOG_KEPT_MS)
  const old = young < 0 ? oldest : oldest.slice(0, young)
  const topics = [...Map.groupBy(old, ({ topic }) => topic)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [topic, entries] of topics) {
    const last = Math.max(...entries.map(({ position }) => position))
    await tx.deleteFrom('event_log').where('topic', '=', topic).where('position', '<=', last).execute()
  }
  if (topics.length > 0)
    await markIdle(
      tx,
      topics.map(([topic]) => topic),
      at,
    )
  return old.length === TRIMMED_AT_ONCE
}

async function markIdle(tx: Tx, topics: readonly Topic[], at: number): Promise<void> {
  await tx
    .insertInto('idle_topic')
    .columns(['topic', 'position', 'since'])
    .expression((eb) =>
      eb
        .selectFrom('topic_head')
        .select(['topic', 'position', sql<number>`cast(${at} as bigint)`.as('since')])
        .where('topic', 'in', topics)
        .where((where) =>
          where.not(
            where.exists(where.selectFrom('event_log').select('at').whereRef('event_log.topic', '=', 'topic_head.topic')),
          ),
        ),
    )
    .onConflict((oc) =>
      oc.column('topic').doUpdateSet((eb) => ({ position: eb.ref('excluded.position'), since: eb.ref('excluded.since') })),
    )
    .execute()
}

/** Heads of topics that have been idle for long. Answers whether there may be more. */
export async function trimHeads(tx: Tx, at: number): Promise<boolean> {
  const idle = await tx
    .selectFrom('idle_topic')
    .select(['topic', 'position'])
    .where('since', '<', at - HEADS_KEPT_MS)
    .orderBy('since')
    .orderBy('topic')
    .limit(TRIMMED_AT_ONCE)
    .execute()
  for (const { topic, position } of idle.toSorted((a, b) => (a.topic < b.topic ? -1 : 1))) {
    // One that has moved meanwhile stands elsewhere, and is idle again when its log has been trimmed.
    await tx.deleteFrom('topic_head').where('topic', '=', topic).where('position', '=', position).execute()
    await tx.deleteFrom('idle_topic').where('topic', '=', topic).execute()
  }
  return idle.length === TRIMMED_AT_ONCE
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
  {
    name: '2026-11-26-tags',
    up: async (db) => {
      // What stands there by now gets one tag: this database brings it along wherever it is copied to, and no other has it.
      const tag = randomTag()
      await db.schema
        .alterTable('topic_head')
        .addColumn('tag', 'text', (c) => c.notNull().defaultTo(tag))
        .execute()
      await db.schema
        .alterTable('topic_head')
        .addColumn('tag_before', 'text', (c) => c.notNull().defaultTo(BEGINNING.tag))
        .execute()
      await db.schema
        .alterTable('event_log')
        .addColumn('tag', 'text', (c) => c.notNull().defaultTo(tag))
        .execute()
      await db.schema.dropIndex('topic_head_moved_at').execute()
      await db.schema.alterTable('topic_head').dropColumn('moved_at').execute()
    },
  },
  {
    name: '2026-11-26-order-of-commits',
    up: async (db) => {
      await orderCommits(db)
      await db.schema
        .createTable('idle_topic')
        .addColumn('topic', 'text', (c) => c.primaryKey())
        .addColumn('position', 'bigint', (c) => c.notNull())
        .addColumn('since', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('idle_topic_since').on('idle_topic').columns(['since', 'topic']).execute()
      // Since when they have been idle nobody knows: from the last entry of all on.
      await sql`insert into idle_topic (topic, position, since)
        select topic, position, (select coalesce(max(at), 0) from event_log) from topic_head
        where not exists (select 1 from event_log where event_log.topic = topic_head.topic)`.execute(db)
    },
  },
]
