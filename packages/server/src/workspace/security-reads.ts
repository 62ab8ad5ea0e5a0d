import type { SecurityPage, SecurityQuery, SecurityRowView } from '@portico/protocol/security'
import type { Db } from '../platform/db/database.ts'

const PAGE_ROWS = 50
const PEOPLE_MAX = 1000
const CSV_ROWS_MAX = 10_000

/** A page of the log of security, newest first. */
export async function readSecurity(db: Db, asked: SecurityQuery): Promise<SecurityPage> {
  const found = await rowsOf(db, asked, PAGE_ROWS + 1)
  const rows = found.slice(0, PAGE_ROWS)
  return {
    rows,
    next: found.length > PAGE_ROWS ? (rows.at(-1)?.id ?? null) : null,
    people: asked.before === undefined ? await peopleOf(db) : [],
  }
}

/** The same as a table with its headings, the newest so many. */
export async function securityTable(db: Db, asked: SecurityQuery): Promise<(string | number | null)[][]> {
  const rows = await rowsOf(db, asked, CSV_ROWS_MAX)
  return [
    ['at', 'kind', 'detail', 'by', 'by_id', 'about', 'about_id', 'object', 'address', 'device', 'count'],
    ...rows.map(({ at, kind, detail, by, about, object, address, device, count }) => [
      new Date(at).toISOString(),
      kind,
      detail,
      by?.name ?? null,
      by?.id ?? null,
      about?.name ?? null,
      about?.id ?? null,
      object,
      address,
      device,
      count,
    ]),
  ]
}

// Ids begin with their instant: their order is that of time.
async function rowsOf(db: Db, { kind, person, before }: SecurityQuery, limit: number): Promise<SecurityRowView[]> {
  const rows = await db
    .selectFrom('security_entry as entry')
    .leftJoin('operator as doer', 'doer.id', 'entry.by')
    .leftJoin('operator as subject', 'subject.id', 'entry.about')
    .selectAll('entry')
    .select(['doer.name as by_name', 'subject.name as about_name'])
    .$if(kind !== undefined, (query) => query.where('entry.kind', '=', kind ?? 'wait'))
    .$if(person !== undefined, (query) =>
      query.where((eb) => eb.or([eb('entry.by', '=', person ?? null), eb('entry.about', '=', person ?? null)])),
    )
    .$if(before !== undefined, (query) => query.where('entry.id', '<', before ?? ''))
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ by_name, about_name, alike: _, ...row }) => ({
    ...row,
    by: row.by && { id: row.by, name: by_name ?? row.by },
    about: row.about && { id: row.about, name: about_name ?? row.about },
  }))
}

const peopleOf = (db: Db) =>
  db.selectFrom('operator').select(['id', 'name']).orderBy('name').orderBy('id').limit(PEOPLE_MAX).execute()
