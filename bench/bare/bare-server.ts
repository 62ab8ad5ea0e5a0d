// What the machine can do with these rows and `ws` and nothing else: no schema, no permission, no decision, no resume.
// A thread commits what has arrived in one transaction; then the sender gets its reply and both sides the line.
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Committed, Sent } from './bare-rows.ts'

type Asked =
  | { type: 'join'; topics: string[] }
  | { type: 'command'; id: string; command: Omit<Sent, 'n' | 'id'> }
  | { type: 'shout'; topic: string; text: string }

/** A folder, the address of a PostgreSQL, or nothing: then nothing is kept. */
const where = process.argv[2]
const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
const members = new Map<string, Set<WebSocket>>()
const waiting = new Map<number, { id: string; socket: WebSocket }>()
let outgoing: Sent[] = []
let last = 0

const keep = where === undefined ? () => {} : where.startsWith('postgres') ? await inPostgres(where) : inThread(where)

sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const asked = JSON.parse(data.toString()) as Asked // the load generator speaks no other
    switch (asked.type) {
      case 'join':
        for (const topic of asked.topics) members.set(topic, (members.get(topic) ?? new Set()).add(socket))
        return socket.send('{"type":"joined"}')
      case 'command':
        waiting.set(++last, { id: asked.id, socket })
        if (outgoing.length === 0) setImmediate(post)
        outgoing.push({ ...asked.command, n: last, id: asked.id })
        return undefined
      case 'shout':
        return tell(asked.topic, asked.text)
    }
  })
})
sockets.on('listening', () => {
  const { port } = sockets.address() as AddressInfo // it listens on a port
  process.stdout.write(`http://localhost:${port}\n`)
})

function inThread(folder: string): (sent: Sent[]) => void {
  const store = new Worker(new URL('bare-store.ts', import.meta.url), { workerData: { folder } })
  store.on('message', (committed: Committed[]) => committed.forEach(announce))
  return (sent) => store.postMessage(sent)
}

async function inPostgres(url: string): Promise<(sent: Sent[]) => void> {
  const { openBarePostgres } = await import('./bare-postgres.ts')
  return openBarePostgres(url, announce)
}

function post(): void {
  keep(outgoing)
  outgoing = []
}

function announce({ n, entries }: Committed): void {
  const asked = waiting.get(n)
  waiting.delete(n)
  for (const { topic, position, body } of entries) {
    tell(topic, `{"type":"entries","topic":"${topic}","position":${position},"events":[${body}]}`)
  }
  asked?.socket.send(`{"type":"reply","id":"${asked.id}","outcome":{"ok":true}}`)
}

function tell(topic: string, text: string): void {
  for (const member of members.get(topic) ?? []) member.send(text)
}
