// What one address can do to a server, each as it broke one. All of them go on until the process is ended.
import { connect, type Socket } from 'node:net'
import { newId } from '@portico/protocol/new-id'
import { VERSION } from '@portico/protocol/version'
import { WebSocket } from 'ws'

/** `token` is a visitor's whom the server knows, `cookie` an operator's; `conversation` is a long one of that visitor. */
export type Target = { port: number; token: string; cookie: string; channel: string; conversation: string }
type Attack = { what: string; run: (target: Target) => void }

const FROM = '127.0.0.200'
const FRAME_BYTES = 60_000
const TURN_MS = 1
const AT_ONCE = 50

export const ATTACKS: Readonly<Record<string, Attack>> = {
  pattern: {
    what: 'frames of 60 KB before hello, made for slow patterns',
    run: (target) => times(8, () => flood(target, { first: [], say: () => opening(`a@${'.'.repeat(FRAME_BYTES)}@`) })),
  },
  pings: { what: 'pings', run: (target) => flood(target, { first: [hello(target)], say: () => ping }) },
  'unread-pings': {
    what: 'pings whose answers are not read',
    run: (target) => times(5, () => flood(target, { first: [hello(target)], say: () => ping, reads: false })),
  },
  'control-pings': {
    what: 'pings of WebSocket itself',
    run: (target) => flood(target, { first: [hello(target)], say: () => undefined }),
  },
  watch: {
    what: 'topics of others watched',
    run: (target) => flood(target, { first: [hello(target)], say: () => watch(`chat:${newId()}`) }),
  },
  json: {
    what: 'deep JSON that is none',
    run: (target) => times(5, () => flood(target, { first: [hello(target)], say: () => '['.repeat(FRAME_BYTES) })),
  },
  snapshots: {
    what: 'a long conversation asked for again and again',
    run: (target) => times(5, () => flood(target, { first: [hello(target)], say: () => watch(`chat:${target.conversation}`) })),
  },
  refused: {
    what: 'commands that are refused',
    run: (target) => flood(target, { first: [hello(target)], say: () => command({ type: 'site.rename', name: 'x' }) }),
  },
  notes: {
    what: 'notes of an operator',
    run: (target) => {
      const note = () => command({ type: 'note.write', conversation: target.conversation, line: newId(), text: 'x' })
      flood(target, { first: [operatorHello], say: note, headers: { cookie: `portico=${target.cookie}` } })
    },
  },
  silent: { what: '1,000 places without hello', run: (target) => times(1000, () => flood(target, { first: [], say: nothing })) },
  polls: { what: '900 long polls', run: (target) => times(900, () => void ask(target, '/poll', hello(target))) },
  'poll-flood': { what: 'polls for everything', run: (target) => times(20, () => void ask(target, '/poll', hello(target))) },
  requests: { what: 'requests', run: (target) => times(100, () => void ask(target, '/api/session', '{}')) },
  idle: { what: '800 connections that ask for nothing', run: ({ port }) => times(800, () => trickle(port, '')) },
  drops: {
    what: 'headers and bodies that come by drops',
    run: ({ port }) =>
      times(400, () => trickle(port, `POST /poll HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${FRAME_BYTES}\r\n\r\n`)),
  },
}

type Flood = {
  first: readonly string[]
  /** Undefined says a ping of WebSocket itself. */
  say: (() => string | undefined) | typeof nothing
  reads?: boolean
  headers?: Record<string, string>
}

// As fast as it is taken, and again when it is cut off.
function flood(target: Target, { first, say, reads = true, headers = {} }: Flood): void {
  const socket = new WebSocket(`ws://127.0.0.1:${target.port}/socket`, { localAddress: FROM, headers, perMessageDeflate: false })
  let timer: NodeJS.Timeout | undefined
  socket.on('error', () => {})
  socket.on('open', () => {
    for (const frame of first) socket.send(frame)
    if (!reads) socket.pause()
    if (say === nothing) return
    timer = setInterval(() => {
      for (let said = 0; said < AT_ONCE && socket.bufferedAmount < FRAME_BYTES * 4 && socket.readyState === socket.OPEN; said++) {
        const frame = say()
        if (frame === undefined) socket.ping()
        else socket.send(frame)
      }
    }, TURN_MS)
  })
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as { type: string; nonce?: string } // the server's word
    if (frame.type === 'ping') socket.send(JSON.stringify({ type: 'pong', nonce: frame.nonce }))
  })
  socket.on('close', () => {
    clearInterval(timer)
    setTimeout(() => flood(target, { first, say, reads, headers }), 100)
  })
}

async function ask(target: Target, path: string, body: string): Promise<void> {
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\ncontent-type: application/json\r\n`
  for (;;) {
    await new Promise<void>((resolve) => {
      const socket = dial(target.port)
      socket.on('close', () => setTimeout(resolve, 10))
      socket.on('data', () => {})
      socket.write(`${head}connection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }
}

function trickle(port: number, first: string): void {
  const socket = dial(port)
  const timer = setInterval(() => first && socket.write('x'), 500)
  socket.write(first)
  socket.on('data', () => {})
  socket.on('close', () => {
    clearInterval(timer)
    setTimeout(() => trickle(port, first), 100)
  })
}

const dial = (port: number): Socket => connect({ port, host: '127.0.0.1', localAddress: FROM }).on('error', () => {})

const nothing = () => undefined
const ping = '{"type":"ping","nonce":"n"}'
const watch = (topic: string) => JSON.stringify({ type: 'watch', topic, position: null })
const command = (what: object) => JSON.stringify({ type: 'command', id: newId(), command: what })
const opening = (email: string) =>
  command({
    type: 'conversation.open',
    conversation: newId(),
    channel: 'main',
    line: newId(),
    text: 'x',
    introduction: { email },
  })
const greeting = (as: object) => JSON.stringify({ type: 'hello', version: VERSION, as, epoch: null, watch: [] })
const hello = ({ token, channel }: Target) => greeting({ kind: 'visitor', token, channel })
const operatorHello = greeting({ kind: 'operator' })

function times(count: number, work: () => void): void {
  for (let n = 0; n < count; n++) work()
}
