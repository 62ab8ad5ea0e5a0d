// The rows of one message, as Portico writes them, committed in groups of whatever has arrived; nothing is read or decided.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { AUTHOR, bodiesOf, type Committed, type Sent } from './bare-rows.ts'

const BATCH_MAX = 256
const CHECKPOINT_MS = 1000

const { folder } = workerData as { folder: string } // bare-server.ts gave it
const file = join(folder, 'portico.db')
const db = new DatabaseSync(file)
db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 20000; pragma cache_size = -32000')
const checkpointer = new DatabaseSync(file)
setInterval(() => checkpointer.exec('pragma wal_checkpoint(passive)'), CHECKPOINT_MS)

const begin = db.prepare('begin immediate')
const commit = db.prepare('commit')
const moveOn = db.prepare(
  'update conversation set last_ordinal = last_ordinal + 1, moved_at = ?, excerpt = ? where id = ? returning last_ordinal as ordinal',
)
const addLine = db.prepare(
  `insert into line (id, conversation_id, ordinal, audience, author_kind, author_id, author_name, kind, text, at)
   values (?, ?, ?, 'all', 'operator', ?, ?, 'message', ?, ?)`,
)
const raiseHead = db.prepare(
  'insert into topic_head (topic, position) values (?, 1) on conflict (topic) do update set position = position + 1 returning position',
)
const addEntry = db.prepare('insert into event_log (topic, position, at, body) values (?, ?, ?, ?)')
const keepOutcome = db.prepare('insert into command_outcome (actor, command, hash, outcome, at) values (?, ?, ?, ?, ?)')

let waiting: Sent[] = []
parentPort?.on('message', (sent: Sent[]) => {
  if (waiting.length === 0) setImmediate(drain)
  waiting.push(...sent)
})

function drain(): void {
  const batch = waiting.slice(0, BATCH_MAX)
  waiting = waiting.slice(BATCH_MAX)
  begin.run()
  const committed = batch.map(write)
  commit.run()
  parentPort?.postMessage(committed)
  if (waiting.length > 0) setImmediate(drain)
}

function write({ n, id, conversation, line, text }: Sent): Committed {
  const at = Date.now()
  const { ordinal } = moveOn.get(at, text, conversation) as { ordinal: number } // the conversation is there
  addLine.run(line, conversation, ordinal, AUTHOR.id, AUTHOR.name, text, at)
  const entries = bodiesOf({ conversation, line, text, at, ordinal }).map(({ topic, body }) => {
    const { position } = raiseHead.get(topic) as { position: number } // the statement returns it
    addEntry.run(topic, position, at, body)
    return { topic, position, body }
  })
  keepOutcome.run(`operator:${AUTHOR.id}`, id, 'the hash of a message 22', '{"ok":true}', at)
  return { n, entries }
}
