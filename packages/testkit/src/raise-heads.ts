import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import pg from 'pg'
import type { TestDatabase } from './test-database.ts'

type Raised = { heads: number; first?: number; digits?: number }

/** Appends an entry to each of many topics, `chat:00000` and so on, all at once and beside the road. */
export async function raiseHeads({ environment }: TestDatabase, { heads, first = 0, digits = 5 }: Raised): Promise<void> {
  const numbers = { heads, first, last: first + heads - 1 }
  const url = environment['PORTICO_DATABASE']
  if (url === undefined) return raiseInFile(join(environment['PORTICO_DATA'] ?? '', 'portico.db'), numbers, digits)
  const client = new pg.Client(url)
  await client.connect()
  try {
    const topics = `select 'chat:' || lpad(n::text, ${digits}, '0') as topic from generate_series(${numbers.first}, ${numbers.last}) as n`
    await client.query(`insert into topic_head (topic, position, tag, tag_before) select topic, 1, 'tag', '' from (${topics}) as t
      on conflict (topic) do update set position = topic_head.position + 1, moved_tx = excluded.moved_tx`)
    await client.query(`insert into event_log (topic, position, tag, at, body)
      select topic, position, tag, 0, '{}' from topic_head where topic in (${topics})`)
  } finally {
    await client.end()
  }
}

function raiseInFile(file: string, { first, last }: { first: number; last: number }, digits: number): void {
  const db = new DatabaseSync(file, { timeout: 5000 })
  const topics = `with recursive n(n) as (select ${first} union all select n + 1 from n where n < ${last})
    select printf('chat:%0${digits}d', n) as topic from n`
  db.exec(`begin immediate;
    insert into topic_head (topic, position, tag, tag_before) select topic, 1, 'tag', '' from (${topics}) where true
      on conflict (topic) do update set position = position + 1;
    insert into event_log (topic, position, tag, at, body)
      select topic, position, tag, 0, '{}' from topic_head where topic in (${topics});
    commit`)
  db.close()
}
