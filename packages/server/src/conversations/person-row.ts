import type { VisitorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { stranger, type Person } from './person.ts'
import type { VisitorTable } from './person-tables.ts'

export const visitorById = prepared((db, { id }: { id: VisitorId }) => db.selectFrom('visitor').selectAll().where('id', '=', id))

/** Somebody of whom nothing is known is a stranger, not nobody. */
export async function findPerson(db: Db, id: VisitorId): Promise<Person> {
  const [row] = await visitorById(db, { id })
  return row ? personFrom(row) : stranger(id)
}

const personFrom = (row: VisitorTable): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  comments: row.comments,
  saidName: row.said_name,
  saidEmail: row.said_email,
  editedAt: row.edited_at,
  editedBy: row.edited_by === null ? null : { id: row.edited_by, name: row.edited_by_name ?? '' },
})
