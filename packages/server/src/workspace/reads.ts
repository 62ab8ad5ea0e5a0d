import type { Db } from '../platform/db/database.ts'

export async function readSiteName(db: Db): Promise<string> {
  const { name } = await db.selectFrom('site').select('name').executeTakeFirstOrThrow()
  return name
}
