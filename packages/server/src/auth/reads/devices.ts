import type { OperatorId } from '@portico/protocol/ids'
import type { Db } from '../../platform/db/database.ts'

/** Whose accounts a device has signed in to. */
export async function readOwnersOfDevice(db: Db, tokenHash: string): Promise<OperatorId[]> {
  const rows = await db
    .selectFrom('known_device')
    .select('operator_id')
    .where('token_hash', '=', tokenHash)
    .orderBy('operator_id')
    .execute()
  return rows.map(({ operator_id }) => operator_id)
}
