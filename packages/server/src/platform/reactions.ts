import type { Event, Migration } from './capability.ts'
import type { Db, Tx } from './db/database.ts'

const TRIES_MAX = 8
const BACKOFF_MS = 1000
const TAKEN_AT_ONCE = 100

declare module './db/database.ts' {
  interface Tables {
    reaction: {
      id: string
      capability: string
      subject: string
      event: string
      depth: number
      tries: number
      next_at: number
      parked_at: number | null
    }
  }
}

/** A committed event that a capability still has to answer. `depth` counts the reactions that led here. */
export type Reaction = { id: string; capability: string; subject: string; event: Event; depth: number; tries: number }

export async function keepReaction(tx: Tx, { event, ...reaction }: Omit<Reaction, 'tries'> & { at: number }): Promise<void> {
  const { at, ...kept } = reaction
  await tx
    .insertInto('reaction')
    .values({ ...kept, event: JSON.stringify(event), tries: 0, next_at: at, parked_at: null })
    .execute()
}

/** What may be answered: in order for each capability and subject, so one that waits for its next try holds back those behind it. */
export async function findReactions(db: Db, at: number): Promise<Reaction[]> {
  const rows = await db
    .selectFrom('reaction')
    .selectAll()
    .where('parked_at', 'is', null)
    .orderBy('id')
    .limit(TAKEN_AT_ONCE)
    .execute()
  const held = new Set<string>()
  return rows.flatMap(({ next_at, parked_at: _, event, ...row }) => {
    const line = `${row.capability} ${row.subject}`
    if (next_at > at) held.add(line)
    return held.has(line) ? [] : [{ ...row, event: JSON.parse(event) as Event }] // keepReaction wrote it
  })
}

export async function dropReaction(tx: Tx, { id }: Reaction): Promise<void> {
  await tx.deleteFrom('reaction').where('id', '=', id).execute()
}

/** Tried again with growing waits; after the last it is parked, where an administrator can see it. */
export async function postponeReaction(tx: Tx, { id, tries }: Reaction, at: number): Promise<void> {
  const parked = tries + 1 >= TRIES_MAX
  await tx
    .updateTable('reaction')
    .set({ tries: tries + 1, next_at: at + BACKOFF_MS * 2 ** tries, parked_at: parked ? at : null })
    .where('id', '=', id)
    .execute()
}

export const reactionMigrations: readonly Migration[] = [
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
]
