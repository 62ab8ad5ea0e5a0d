import type { OperatorId, PortraitId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import type { Portrait } from './events.ts'

const PORTRAITS_MAX = 1000

/** Of those who work here, and of those who did: their words stand in conversations. */
export function readPortraits(db: Db): Promise<Portrait[]> {
  return db
    .selectFrom('portrait')
    .select(['operator_id as operator', 'id as portrait'])
    .orderBy('operator_id')
    .limit(PORTRAITS_MAX)
    .execute()
}

export async function findPortrait(db: Db, operator: OperatorId): Promise<PortraitId | null> {
  return (await db.selectFrom('portrait').select('id').where('operator_id', '=', operator).executeTakeFirst())?.id ?? null
}

export async function findPicture(db: Db, id: PortraitId): Promise<Buffer | undefined> {
  const row = await db.selectFrom('portrait').select('picture').where('id', '=', id).executeTakeFirst()
  return row && Buffer.from(row.picture, 'base64')
}
