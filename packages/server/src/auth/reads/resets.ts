import type { OperatorId } from '@portico/protocol/ids'
import type { Db } from '../../platform/db/database.ts'
import type { Reset } from '../reset.ts'
import type { ResetRow } from '../tables.ts'

export async function findReset(db: Db, tokenHash: string): Promise<Reset | undefined> {
  const row = await db.selectFrom('password_reset').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && fromRow(row)
}

type Concerned = { operator: OperatorId; at: number }

/** The open ones that an operator has made, or that were made for him. */
export async function readOpenResets(db: Db, { operator, at }: Concerned): Promise<(Reset & { tokenHash: string })[]> {
  const rows = await db
    .selectFrom('password_reset')
    .selectAll()
    .where((eb) => eb.or([eb('made_by', '=', operator), eb('operator_id', '=', operator)]))
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('token_hash')
    .execute()
  return rows.map((row) => ({ ...fromRow(row), tokenHash: row.token_hash }))
}

const fromRow = (row: ResetRow): Reset => ({
  operator: row.operator_id,
  by: row.made_by,
  clears: row.clears,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  endedAt: row.ended_at,
})
