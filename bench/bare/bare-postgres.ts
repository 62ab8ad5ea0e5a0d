// The rows of one message in one transaction of its own, in two flights, over as many connections as Portico has.
import pg from 'pg'
import { AUTHOR, bodiesOf, type Committed, type Sent } from './bare-rows.ts'

const CONNECTIONS = 16

pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const MOVE_ON =
  'update conversation set last_ordinal = last_ordinal + 1, moved_at = $1, excerpt = $2 where id = $3 returning last_ordinal as ordinal'
const ADD_LINE = `insert into line (id, conversation_id, ordinal, audience, author_kind, author_id, author_name, kind, text, at)
  values ($1, $2, $3, 'all', 'operator', $4, $5, 'message', $6, $7)`
const RAISE_HEADS = `insert into topic_head (topic, position) values ($1, 1), ($2, 1)
  on conflict (topic) do update set position = topic_head.position + 1 returning topic, position`
const ADD_ENTRIES = `insert into event_log (topic, position, at, body) values
  ($1, (select position from topic_head where topic = $1), $3, $4), ($2, (select position from topic_head where topic = $2), $3, $5)`
const KEEP_OUTCOME = 'insert into command_outcome (actor, command, hash, outcome, at) values ($1, $2, $3, $4, $5)'

export function openBarePostgres(url: string, announce: (committed: Committed) => void): (sent: Sent[]) => void {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, pipeline: true })
  return (all) => {
    for (const sent of all) void write(sent).then(announce)
  }

  async function write({ n, id, conversation, line, text }: Sent): Promise<Committed> {
    const client = await pool.connect()
    const ask = (name: string, words: string, values: unknown[]) => client.query({ name, text: words, values })
    const at = Date.now()
    const begun = client.query('begin')
    const moved = await ask('move-on', MOVE_ON, [at, text, conversation])
    const { ordinal } = moved.rows[0] as { ordinal: number } // the conversation is there
    const [toVisitor, toOperators] = bodiesOf({ conversation, line, text, at, ordinal })
    const raised = ask('raise-heads', RAISE_HEADS, [toVisitor.topic, toOperators.topic])
    await Promise.all([
      begun,
      ask('add-line', ADD_LINE, [line, conversation, ordinal, AUTHOR.id, AUTHOR.name, text, at]),
      raised,
      ask('add-entries', ADD_ENTRIES, [toVisitor.topic, toOperators.topic, at, toVisitor.body, toOperators.body]),
      ask('keep-outcome', KEEP_OUTCOME, [`operator:${AUTHOR.id}`, id, 'the hash of a message 22', '{"ok":true}', at]),
      client.query('commit'),
    ])
    client.release()
    const positions = new Map(
      ((await raised).rows as { topic: string; position: number }[]).map((row) => [row.topic, row.position]),
    )
    return { n, entries: [toVisitor, toOperators].map((entry) => ({ ...entry, position: positions.get(entry.topic) ?? 0 })) }
  }
}
