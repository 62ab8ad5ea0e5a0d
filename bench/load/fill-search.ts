import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import pg from 'pg'
import type { TestDatabase } from '@portico/testkit/test-database'

const FILLED_AT_ONCE = 10_000
const WORDS_EACH = 60
const VOCABULARY = 50_000

type Filling = { count: number; channels: readonly [string, string]; random: () => number; filled: (count: number) => void }

/** `common` stands in every third conversation of each channel, `once` in one of a hundred thousand, `even` and `odd` never together. */
function termsOf(n: number, { channels, random }: Filling): string[] {
  const words = Array.from({ length: WORDS_EACH }, () => `w${Math.floor(VOCABULARY * random() ** 3)}`)
  const known = [
    ...(random() < 0.3 ? ['common'] : []),
    ...(n % 100_000 === 77 ? ['once'] : []),
    n % 2 === 0 ? 'even' : 'odd',
    `=${channels[n % 2 === 0 ? 0 : 1]}`,
  ]
  return [...new Set([...words, ...known])]
}

/** What conversations are found by, beside the road: those of `fillConversations`, which are named by their number. */
export async function fillSearch({ environment }: Pick<TestDatabase, 'environment'>, filling: Filling): Promise<void> {
  const url = environment['PORTICO_DATABASE']
  if (url === undefined) return fillFile(join(environment['PORTICO_DATA'] ?? '', 'portico.db'), filling)
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    for (const numbers of pieces(filling)) {
      const terms = numbers.map((n) => termsOf(n, filling).join(' '))
      await client.query(
        `insert into search_text (number, terms) select number, array_to_tsvector(string_to_array(terms, ' '))
          from unnest($1::bigint[], $2::text[]) as given (number, terms)`,
        [numbers, terms],
      )
    }
    await client.query(`update conversation set search_number = substr(id, 3)::bigint where id like 'c-%'`)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

function fillFile(file: string, filling: Filling): void {
  const db = new DatabaseSync(file, { timeout: 5000 })
  db.exec('pragma synchronous = off')
  const insert = db.prepare('insert into search_text (rowid, terms) values (?, ?)')
  for (const numbers of pieces(filling)) {
    db.exec('begin immediate')
    for (const n of numbers) insert.run(n, termsOf(n, filling).join(' '))
    db.exec('commit')
  }
  db.exec(`update conversation set search_number = cast(substr(id, 3) as integer) where id like 'c-%'; analyze`)
  db.close()
}

function* pieces({ count, filled }: Filling): Iterable<number[]> {
  for (let first = 1; first <= count; first += FILLED_AT_ONCE) {
    const last = Math.min(count, first + FILLED_AT_ONCE - 1)
    yield Array.from({ length: last - first + 1 }, (_, index) => first + index)
    filled(last)
  }
}
