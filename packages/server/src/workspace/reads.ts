import type { Db } from '../platform/db/database.ts'

export async function readSiteName(db: Db): Promise<string> {
  const { name } = await db.selectFrom('site').select('name').executeTakeFirstOrThrow()
  return name
}

/** Whose calendar the site's days are. */
export async function readSiteZone(db: Db): Promise<string> {
  const { zone } = await db.selectFrom('site').select('zone').executeTakeFirstOrThrow()
  return zone
}
