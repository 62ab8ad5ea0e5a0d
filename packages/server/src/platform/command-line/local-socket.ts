// The command line asks the server beside it, by a socket in the data folder that only its user may open: one line of JSON each way,
// and the connection ends. Each line says the version of this form, because either side may be the older one.
import { chmodSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { CannotStart } from '../cannot-start.ts'
import { isCode } from './is-code.ts'

const LOCAL_VERSION = 1
const LINE_BYTES_MAX = 4096
const ASKING_MS_MAX = 10_000
const ASKING_AT_ONCE_MAX = 4
const ONLY_OURS = 0o600

/** What the server says; `failed` is a fault of ours, which its log tells. */
type Said = { version: number } & ({ state: 'answered'; answer: unknown } | { state: 'other-version' } | { state: 'failed' })

type Listening = {
  path: string
  answer: (question: unknown) => Promise<object>
  onFault: (error: unknown) => void
}

/** Whoever holds the folder's lock listens: what lies at the path was left by one that was killed. */
export async function listenLocally({ path, answer, onFault }: Listening): Promise<() => void> {
  rmSync(path, { force: true })
  const server = createServer((socket) => {
    void serve(socket).catch((error: unknown) => {
      onFault(error)
      say(socket, { version: LOCAL_VERSION, state: 'failed' })
    })
  })
  server.maxConnections = ASKING_AT_ONCE_MAX
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, ONLY_OURS)

  async function serve(socket: Socket): Promise<void> {
    const line = await readLine(socket).catch(() => undefined) // it has gone
    if (line === undefined) return
    const asked = parse(line)
    if (asked?.version !== LOCAL_VERSION) return say(socket, { version: LOCAL_VERSION, state: 'other-version' })
    say(socket, { version: LOCAL_VERSION, state: 'answered', answer: await answer(asked.question) })
  }
  return () => void server.close()
}

/** What the server answers; undefined where none listens. */
export async function askLocally(path: string, question: object): Promise<{ answer: unknown } | undefined> {
  const socket = createConnection(path)
  socket.on('connect', () => say(socket, { version: LOCAL_VERSION, question }, 'and-listen'))
  const line = await readLine(socket).catch((error: unknown) => {
    if (isCode(error, 'ENOENT') || isCode(error, 'ECONNREFUSED')) return 'nobody' as const
    if (isCode(error, 'EACCES') || isCode(error, 'EPERM'))
      throw new CannotStart(`${path} may not be opened by this user; run this as the user that Portico runs as`)
    if (isCode(error, 'EPIPE') || isCode(error, 'ECONNRESET')) return undefined
    throw error
  })
  socket.destroy()
  if (line === 'nobody') return undefined
  const said = line === undefined ? undefined : (parse(line) as Said | undefined) // our own server says it
  if (said?.state === 'answered') return { answer: said.answer }
  if (said?.state === 'other-version')
    throw new CannotStart('the server that runs is of another version than this command; run the one that came with it')
  throw new CannotStart('the server that runs gave no answer; look at its log')
}

const say = (socket: Socket, words: object, then: 'end' | 'and-listen' = 'end') => {
  const line = `${JSON.stringify(words)}\n`
  if (then === 'end') socket.end(line)
  else socket.write(line)
}

/** Undefined where the other side says nothing, too much, or takes too long. */
function readLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let heard = Buffer.alloc(0)
    socket.setTimeout(ASKING_MS_MAX, () => socket.destroy())
    socket.on('error', reject)
    socket.on('close', () => resolve(undefined))
    socket.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data])
      const end = heard.indexOf('\n')
      if (end >= 0) resolve(heard.subarray(0, end).toString())
      else if (heard.length > LINE_BYTES_MAX) socket.destroy()
    })
  })
}

function parse(line: string): { version?: unknown; question?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
