import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from './database.ts'
import { isPostgres } from './dialect.ts'

/** Of letters, digits and these alone: nothing that is asked can be syntax of either database. */
const SIGNS = '!#=@~_-'

/** One of each of these. `begins`: whatever begins so. */
export type AskedTerms = readonly (readonly Asked[])[]
type Asked = { term: string; begins: boolean }

/** Sets of terms, each under a number: those that have what is asked are found newest number first, without all of them being read. */
export async function createTerms(db: Db, table: string): Promise<void> {
  const named = sql.table(table)
  if (isPostgres(db)) {
    await sql`create table ${named} (number bigint primary key, terms tsvector not null)`.execute(db)
    await sql`create index ${sql.ref(`${table}_terms`)} on ${named} using gin (terms)`.execute(db)
    return
  }
  // Whatever is beyond ASCII is part of a term, so a word stays what our own reading of words has made of it.
  const tokenize = sql.raw(`"ascii tokenchars '${SIGNS}'"`)
  await sql`create virtual table ${named} using fts5(terms, detail = none, tokenize = ${tokenize})`.execute(db)
  // What is deleted is not left lying in the file until some merge.
  await sql`insert into ${named} (${sql.ref(table)}, rank) values ('secure-delete', 1)`.execute(db)
}

export async function readTerms(tx: Tx, table: string, number: number): Promise<string[]> {
  if (isPostgres(tx)) {
    const { rows } = await sql<{
      terms: string[]
    }>`select tsvector_to_array(terms) as terms from ${sql.table(table)} where number = ${number}`.execute(tx)
    return rows[0]?.terms ?? []
  }
  const { rows } = await sql<{ terms: string }>`select terms from ${sql.table(table)} where rowid = ${number}`.execute(tx)
  return rows[0]?.terms.split(' ') ?? []
}

export async function writeTerms(tx: Tx, table: string, { number, terms }: { number: number; terms: readonly string[] }) {
  const named = sql.table(table)
  if (isPostgres(tx)) {
    await sql`insert into ${named} (number, terms) values (${number}, array_to_tsvector(${[...terms]}::text[]))
      on conflict (number) do update set terms = excluded.terms`.execute(tx)
    return
  }
  const text = terms.join(' ')
  const { numAffectedRows } = await sql`update ${named} set terms = ${text} where rowid = ${number}`.execute(tx)
  if (!numAffectedRows) await sql`insert into ${named} (rowid, terms) values (${number}, ${text})`.execute(tx)
}

type Looked = { asked: AskedTerms; above: number; below: number }

/** Whoever has all that is asked, from one number to another: a table of one column, `number`, to look things up by. */
export function numbersWith(db: Db, table: string, { asked, above, below }: Looked): RawBuilder<{ number: number }> {
  const named = sql.table(table)
  if (isPostgres(db)) {
    const query = allOf(asked, ['&', '|', ({ term, begins }) => `'${term}'${begins ? ':*' : ''}`])
    // Of a limit outside it would conclude that it is quicker to read all of them from the newest on.
    return sql`(select number from ${named} where terms @@ ${query}::tsquery and number >= ${above} and number < ${below} offset 0)`
  }
  const query = allOf(asked, ['AND', 'OR', ({ term, begins }) => `"${term}"${begins ? ' *' : ''}`])
  return sql`(select rowid as number from ${named} where ${named} match ${query} and rowid >= ${above} and rowid < ${below})`
}

function allOf(asked: AskedTerms, [and, or, write]: readonly [string, string, (asked: Asked) => string]): string {
  return asked.map((any) => `(${any.map(write).join(` ${or} `)})`).join(` ${and} `)
}
