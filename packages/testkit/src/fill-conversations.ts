import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import pg from 'pg'
import type { TestDatabase } from './test-database.ts'

type Filling = {
  /** Numbered from here to there. */
  first: number
  last: number
  /** Every so many one is still open. */
  openEvery: number
  channels: readonly [ChannelId, ChannelId]
  /** Takes part in all that were accepted, and has read them. */
  operator: OperatorId
  linesEach: number
  /** Nobody has indexed what was said. */
  isUnindexed?: true
}

const FILLED_AT_ONCE = 100_000
// Nobody waits for a disk, and what is written names only what is there.
const QUICK_IN_FILE =
  'pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -200000; pragma analysis_limit = 1000'
const QUICK_IN_POSTGRES = 'set synchronous_commit = off; set session_replication_role = replica'

/** Conversations of years, all at once and beside the road, with the entries that the log still has of them. */
export async function fillConversations({ environment }: Pick<TestDatabase, 'environment'>, filling: Filling): Promise<void> {
  const url = environment['PORTICO_DATABASE']
  if (url === undefined) {
    const db = new DatabaseSync(join(environment['PORTICO_DATA'] ?? '', 'portico.db'), { timeout: 5000 })
    db.exec(QUICK_IN_FILE)
    for (const piece of pieces(filling)) db.exec(`begin immediate; ${statements(piece, IN_FILE).join(';')}; commit`)
    db.exec('analyze')
    return db.close()
  }
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(QUICK_IN_POSTGRES)
    for (const piece of pieces(filling)) for (const statement of statements(piece, IN_POSTGRES)) await client.query(statement)
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

function* pieces(filling: Filling): Iterable<Filling> {
  for (let first = filling.first; first <= filling.last; first += FILLED_AT_ONCE)
    yield { ...filling, first, last: Math.min(filling.last, first + FILLED_AT_ONCE - 1) }
}

type Words = { numbers: (first: number, last: number, name: string) => string; id: (kind: string, number: string) => string }

const IN_FILE: Words = {
  numbers: (first, last, name) =>
    `(with recursive ${name}(${name}) as (select ${first} union all select ${name} + 1 from ${name} where ${name} < ${last}) select ${name} from ${name})`,
  id: (kind, number) => `printf('${kind}-%09d', ${number})`,
}
const IN_POSTGRES: Words = {
  numbers: (first, last, name) => `generate_series(${first}, ${last}) as ${name}`,
  id: (kind, number) => `('${kind}-' || lpad((${number})::text, 9, '0'))`,
}

function statements(filling: Filling, { numbers, id }: Words): string[] {
  const { first, last, openEvery, channels, operator, linesEach, isUnindexed } = filling
  const each = numbers(first, last, 'n')
  const lines = numbers(1, linesEach, 'l')
  const isOpen = `n % ${openEvery} = 0`
  const channel = `case when n / ${openEvery} % 2 = 0 then '${channels[0]}' else '${channels[1]}' end`
  return [
    `insert into conversation (id, channel_id, entrance, visitor_id, opened_at, begun_at, accepted_at, answered_at, closed_at, closed_by, last_ordinal,
        visitor_lines, visitor_read, seen_ordinal, moved_at, excerpt, indexed_ordinal)
      select ${id('c', 'n')}, ${channel}, ${channel}, ${id('v', 'n / 3')}, n, n, case when n % 3 = 0 and ${isOpen} then null else n end, n,
        case when ${isOpen} then null else n + 5 end, case when ${isOpen} then null else 'operator' end,
        ${linesEach}, ${linesEach}, 0, 0, n, 'Hi', ${isUnindexed ? 0 : linesEach} from ${each}`,
    `insert into visitor (id, name, said_name) select ${id('v', 'n / 3')}, 'Anna', 'Anna' from ${each} where n % 3 = 0`,
    `insert into visitor_word (channel_id, word, visitor_id) select ${channel}, 'anna', ${id('v', 'n / 3')} from ${each} where n % 3 = 0`,
    `insert into line (id, conversation_id, ordinal, audience, author_kind, kind, text, at)
      select ${id('l', `n * ${linesEach} + l`)}, ${id('c', 'n')}, l, 'all', 'visitor', 'message', 'Hi', n from ${each}, ${lines}`,
    `insert into seat (id, conversation_id, kind, operator_id, name, level, came_by, joined_at, joined_ordinal, left_at)
      select ${id('s', 'n')}, ${id('c', 'n')}, 'operator', '${operator}', 'Ann', 'owner', 'accept', n, 1,
        case when ${isOpen} then null else n + 5 end from ${each} where not (n % 3 = 0 and ${isOpen})`,
    `insert into read_mark (operator_id, conversation_id, ordinal, visitor_lines, at)
      select '${operator}', ${id('c', 'n')}, 1, 1, n from ${each} where ${isOpen}`,
    `insert into topic_head (topic, position, tag, tag_before) select 'chat:' || ${id('c', 'n')}, 1, 'tag', '' from ${each}`,
    `insert into event_log (topic, position, tag, at, body) select 'chat:' || ${id('c', 'n')}, 1, 'tag', n, '{}' from ${each}`,
    `insert into command_outcome (actor, command, hash, outcome, at)
      select 'visitor:v', ${id('o', 'n')}, '', '{"ok":true}', n from ${each}`,
  ]
}
