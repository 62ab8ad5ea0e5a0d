import { hash as hashOf } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { CommandId } from '@portico/protocol/ids'
import type { Outcome } from '@portico/protocol/outcome'
import type { RefusalReason } from '@portico/protocol/refusals'
import { actorName, type Actor } from './actor.ts'
import { refuse, type Migration } from './capability.ts'
import type { Tx } from './db/database.ts'
import { prepared } from './db/prepared.ts'

const OUTCOMES_KEPT_MS = 30 * 24 * 60 * 60 * 1000
export const REFUSALS_KEPT_MS = 60 * 60 * 1000
export const REFUSALS_PER_ACTOR = 100
const TRIMMED_AT_ONCE = 1000
// Ids that the server derives bear no instant. Few enough for an index of their own, which costs nothing where people act.
const BY_SYSTEM = sql.raw("substr(actor, 1, 7) = 'system:'")

declare module './db/database.ts' {
  interface Tables {
    command_outcome: Sent & { hash: string; outcome: string; at: number; refused_at: number | null }
  }
}

export type Sent = { actor: string; command: CommandId }
export type SentWithHash = Sent & { hash: string }

/** The hash alone is kept of what was sent: enough to tell a retry from a reuse, nothing to erase later. */
export const sentBy = (actor: Actor, id: CommandId, command: object): SentWithHash => ({
  actor: actorName(actor),
  command: id,
  hash: hashOf('sha256', JSON.stringify(command), 'base64url').slice(0, 22),
})

const outcomeOf = prepared((db, { actor, command }: Sent) =>
  db.selectFrom('command_outcome').select(['outcome', 'hash']).where('actor', '=', actor).where('command', '=', command),
)
const insertOutcome = prepared((db, row: SentWithHash & { outcome: string; at: number; refused_at: number | null }) =>
  db.insertInto('command_outcome').values(row),
)

/** The answer this command id has had, or the refusal of an id that was used for something else. */
export async function findOutcome(tx: Tx, { actor, command, hash }: SentWithHash): Promise<Outcome | undefined> {
  const [row] = await outcomeOf(tx, { actor, command })
  if (!row) return undefined
  if (row.hash !== hash) return refuse('id-reused')
  return JSON.parse(row.outcome) as Outcome // keepOutcome wrote it
}

/** Whether an answer leaves a row. What anybody can be refused at any time leaves none: it would fill the disk for nothing. */
export const isKept = (outcome: Outcome): boolean => outcome.ok || !UNKEPT.includes(outcome.refused)

export async function keepOutcome(tx: Tx, { outcome, ...kept }: SentWithHash & { outcome: Outcome; at: number }): Promise<void> {
  await insertOutcome(tx, { ...kept, outcome: JSON.stringify(outcome), refused_at: outcome.ok ? null : kept.at })
  if (!outcome.ok) await dropOlderRefusals(tx, kept.actor)
}

async function dropOlderRefusals(tx: Tx, actor: string): Promise<void> {
  const older = await tx
    .selectFrom('command_outcome')
    .select('command')
    .where('actor', '=', actor)
    .where('refused_at', 'is not', null)
    .orderBy('refused_at', 'desc')
    .orderBy('command', 'desc')
    .limit(REFUSALS_PER_ACTOR)
    .offset(REFUSALS_PER_ACTOR)
    .execute()
  if (older.length === 0) return
  const commands = older.map(({ command }) => command)
  await tx.deleteFrom('command_outcome').where('actor', '=', actor).where('command', 'in', commands).execute()
}

/** Answers whether there may be more to trim. */
export async function trimOutcomes(tx: Tx, at: number): Promise<boolean> {
  const before = at - OUTCOMES_KEPT_MS
  const trimmed = [
    // Ids of people's commands begin with their instant, so the oldest come first.
    await drop(tx, sql`command < ${idsFrom(before)} and at < ${before}`),
    await drop(tx, sql`at < ${before} and ${BY_SYSTEM}`),
    await drop(tx, sql`refused_at < ${at - REFUSALS_KEPT_MS}`),
  ]
  return trimmed.some((count) => count === TRIMMED_AT_ONCE)
}

async function drop(tx: Tx, which: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`delete from command_outcome where (command, actor) in
    (select command, actor from command_outcome where ${which} limit ${sql.lit(TRIMMED_AT_ONCE)})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Before all ids that are made from this instant on. */
function idsFrom(at: number): string {
  const instant = Math.max(0, at).toString(16).padStart(12, '0')
  return `${instant.slice(0, 8)}-${instant.slice(8)}`
}

const UNKEPT: readonly RefusalReason[] = ['invalid', 'not-found', 'forbidden', 'retry']

export const outcomeMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-outcomes',
    up: async (db) => {
      await db.schema
        .createTable('command_outcome')
        .addColumn('actor', 'text', (c) => c.notNull())
        .addColumn('command', 'text', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        // Command ids begin with their instant: led by them, what is written together lies on one page.
        .addPrimaryKeyConstraint('command_outcome_pk', ['command', 'actor'])
        .execute()
      await db.schema.createIndex('command_outcome_at').on('command_outcome').column('at').execute()
    },
  },
  {
    name: '2026-11-26-refusals',
    up: async (db) => {
      await db.schema.alterTable('command_outcome').addColumn('refused_at', 'bigint').execute()
      // Of refusals alone, so that it costs nothing where a command is done.
      await db.schema
        .createIndex('command_refused')
        .on('command_outcome')
        .columns(['actor', 'refused_at', 'command'])
        .where('refused_at', 'is not', null)
        .execute()
      await db.schema
        .createIndex('command_refused_at')
        .on('command_outcome')
        .column('refused_at')
        .where('refused_at', 'is not', null)
        .execute()
    },
  },
  {
    name: '2026-11-26-outcomes-by-id',
    additive: true,
    up: async (db) => {
      await db.schema.dropIndex('command_outcome_at').execute()
      await sql`create index command_of_system on command_outcome (at) where ${BY_SYSTEM}`.execute(db)
    },
  },
]
