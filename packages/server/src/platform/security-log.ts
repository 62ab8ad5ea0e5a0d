import type { OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { SecurityDetail, SecurityKind, SecurityRow } from '@portico/protocol/security'
import type { Actor } from './actor.ts'
import type { Migration } from './capability.ts'
import type { Tx } from './db/database.ts'

export const SECURITY_KEPT_MS = 365 * 24 * 60 * 60 * 1000
/** What strangers can cause without end: of each kind so many rows are kept, and so many are written in a minute. */
const STRANGERS_KINDS = ['sign-in-failed', 'wait'] as const satisfies readonly SecurityKind[]
export const STRANGERS_ROWS_MAX = 100_000
export const STRANGERS_ROWS_A_MINUTE_MAX = 60
const MINUTE_MS = 60_000
const OBJECT_LENGTH_MAX = 200

declare module './db/database.ts' {
  interface Tables {
    security_entry: SecurityRow & { alike: string | null }
  }
}

/** What is kept of an event: codes, ids and names of things; never a secret, and nothing that a stranger typed. */
export type SecurityNote = {
  kind: SecurityKind
  detail?: SecurityDetail
  /** Whose act it is, where the server sends the command for him. */
  by?: OperatorId
  /** Whose account it is about, where that is not his who did it. */
  about?: OperatorId
  /** A role, the id of a channel, a name. */
  object?: string
}

/** Where a command came from, as the wire saw it: an address as limits count it, and a browser. */
export type From = { address: string; device: string }

export type Noted = { note: SecurityNote; actor: Actor; at: number; from: From | undefined }

/** Writes a row, in the transaction of what it tells of; the answer stands for this event alone. */
export async function keepSecurity(tx: Tx, { note, actor, at, from }: Noted): Promise<SecurityRow> {
  const row: SecurityRow = {
    id: newId(at),
    at,
    kind: note.kind,
    detail: note.detail ?? null,
    by: note.by ?? (actor.kind === 'operator' ? actor.id : null),
    about: note.about ?? null,
    object: note.object?.slice(0, OBJECT_LENGTH_MAX) ?? null,
    address: from?.address ?? null,
    device: from?.device ?? null,
    count: 1,
  }
  if (isStrangers(row.kind)) await countAlike(tx, row)
  else
    await tx
      .insertInto('security_entry')
      .values({ ...row, alike: null })
      .execute()
  return row
}

// Alike ones of a minute are one row; where there are too many rows of that minute, one more for all others.
async function countAlike(tx: Tx, row: SecurityRow): Promise<void> {
  const minute = row.at - (row.at % MINUTE_MS)
  const alike = [row.kind, minute, row.detail, row.about, row.address].join(' ')
  const rows = await tx
    .selectFrom('security_entry')
    .select('alike')
    .where('kind', '=', row.kind)
    .where('at', '>=', minute)
    .where('at', '<', minute + MINUTE_MS)
    .limit(STRANGERS_ROWS_A_MINUTE_MAX + 1)
    .execute()
  const isRoom = rows.length < STRANGERS_ROWS_A_MINUTE_MAX || rows.some((each) => each.alike === alike)
  const kept = isRoom ? { ...row, alike } : { ...row, ...SEVERAL, alike: `${row.kind} ${minute} others` }
  await tx
    .insertInto('security_entry')
    .values(kept)
    .onConflict((oc) => oc.column('alike').doUpdateSet((eb) => ({ count: eb('security_entry.count', '+', 1) })))
    .execute()
}

const SEVERAL = { detail: null, about: null, address: null, device: null }

const isStrangers = (kind: SecurityKind) => STRANGERS_KINDS.some((each) => each === kind)

/** By age; and of what strangers cause the oldest over the limit. */
export async function trimSecurity(tx: Tx, at: number): Promise<void> {
  await tx
    .deleteFrom('security_entry')
    .where('at', '<', at - SECURITY_KEPT_MS)
    .execute()
  for (const kind of STRANGERS_KINDS) {
    const tooOld = await tx
      .selectFrom('security_entry')
      .select('at')
      .where('kind', '=', kind)
      .orderBy('at', 'desc')
      .offset(STRANGERS_ROWS_MAX)
      .limit(1)
      .executeTakeFirst()
    if (tooOld) await tx.deleteFrom('security_entry').where('kind', '=', kind).where('at', '<=', tooOld.at).execute()
  }
}

export const securityMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-security-log',
    up: async (db) => {
      await db.schema
        .createTable('security_entry')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('detail', 'text')
        .addColumn('by', 'text')
        .addColumn('about', 'text')
        .addColumn('object', 'text')
        .addColumn('address', 'text')
        .addColumn('device', 'text')
        .addColumn('count', 'bigint', (c) => c.notNull())
        .addColumn('alike', 'text', (c) => c.unique())
        .execute()
      await db.schema.createIndex('security_entry_at').on('security_entry').columns(['at', 'id']).execute()
      await db.schema.createIndex('security_entry_kind').on('security_entry').columns(['kind', 'at', 'id']).execute()
    },
  },
]
