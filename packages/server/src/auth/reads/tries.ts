import type { Db } from '../../platform/db/database.ts'
import type { Tries } from '../tries.ts'

export async function findTries(db: Db, key: string): Promise<Tries | undefined> {
  return db.selectFrom('tries').select(['count', 'at']).where('key', '=', key).executeTakeFirst()
}
