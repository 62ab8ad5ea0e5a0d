import { sql, type RawBuilder } from 'kysely'
import type { Topic } from '@portico/protocol/topics'
import type { Db } from './database.ts'
import { isPostgres } from './dialect.ts'

/** A place in the order in which commits came to be seen, in the words of the database. No clock has a part in it. */
export type Mark = string
type Moved = { topic: Topic; position: number; tag: string }
/** After the last one of a page. */
type After = { order: string; topic: string }

/** `isBack`: the database has gone back behind the mark, so what it has done since cannot be told. */
export async function markNow(db: Db, before: Mark | undefined): Promise<{ mark: Mark; isBack: boolean }> {
  const now = isPostgres(db)
    ? sql<{ mark: Mark; back: unknown }>`select pg_current_snapshot()::text as mark,
        pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(${before ?? null}::pg_snapshot) as back`
    : sql<{ mark: Mark; back: unknown }>`select cast(last as text) as mark, last < cast(${before ?? null} as integer) as back
        from (select coalesce(max(rowid), 0) as last from event_log)`
  const { rows } = await now.execute(db)
  const [row] = rows
  if (!row) throw new Error('the database does not say where it stands')
  return { mark: row.mark, isBack: row.back === true || row.back === 1 }
}

/** A page of the heads that moved since a mark, whoever moved them and however late they were committed. */
export async function readMovedSince(
  db: Db,
  { mark, after, limit }: { mark: Mark; after: After | undefined; limit: number },
): Promise<readonly (Moved & { order: string })[]> {
  const page = isPostgres(db) ? movedTransactions : movedRows
  const { rows } = await page({ mark, after, limit }).execute(db)
  return rows
}

type Page = { mark: Mark; after: After | undefined; limit: number }

// What had not ended by then may be older than much of what had: it is named by the snapshot. An order that is still to come is
// that of another database, from which these rows were once restored. Where to begin is said once, by the pair that the index is
// of: beside another bound the index would be walked from the lower of the two.
const movedTransactions = ({ mark, after, limit }: Page): RawBuilder<Moved & { order: string }> =>
  sql`select topic, position, tag, moved_tx::text as "order" from topic_head
    where (moved_tx, topic) > ${after ? sql`(${after.order}::xid8, ${after.topic})` : sql`(pg_snapshot_xmin(${mark}::pg_snapshot), '')`}
      and moved_tx < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(moved_tx, ${mark}::pg_snapshot)
    order by moved_tx, topic limit ${limit}`

// A file numbers its rows as they come, and one thread writes them. `+` keeps the planner from an index by topic, which is the
// whole log's.
const movedRows = ({ mark, after, limit }: Page): RawBuilder<Moved & { order: string }> =>
  sql`select moved.topic, position, tag, '0' as "order"
    from (select +topic as topic from event_log where rowid > cast(${mark} as integer) and +topic > ${after?.topic ?? ''}
      group by +topic order by +topic limit ${sql.lit(limit)}) as moved
    cross join topic_head on topic_head.topic = moved.topic order by moved.topic`

/** Whether a head keeps the transaction that moved it last, in a column of its own. */
export const keepsMoves = (db: Db): boolean => isPostgres(db)

/** Once, by a migration. */
export async function orderCommits(db: Db): Promise<void> {
  if (!isPostgres(db)) {
    // Rows are numbered as they come: those are trimmed by their number.
    await db.schema.dropIndex('event_log_at').execute()
    return
  }
  await sql`alter table topic_head add column moved_tx xid8 not null default pg_current_xact_id()`.execute(db)
  await db.schema.createIndex('topic_head_moved').on('topic_head').columns(['moved_tx', 'topic']).execute()
}

type Aged = { topic: Topic; position: number; at: number }

/** Entries of the log in about the order of their age, the oldest first. */
export async function readOldest(db: Db, limit: number): Promise<readonly Aged[]> {
  const oldest = isPostgres(db)
    ? sql<Aged>`select topic, position, at from event_log order by at, topic, position limit ${limit}`
    : sql<Aged>`select topic, position, at from event_log order by rowid limit ${sql.lit(limit)}`
  return (await oldest.execute(db)).rows
}
