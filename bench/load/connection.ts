import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import { countLines } from './count-lines.ts'

/** One socket of the load, which answers pings and understands no more of a frame than it must. */
export type Connection = {
  send: (frame: string) => void
  /** Who hears of replies and of lines; only the last one named does. */
  listen: (listener: Listener) => void
  /** Calls back with the nonce of each pong; the returned function ends that. */
  onPong: (heard: (nonce: string) => void) => () => void
  /** From here on lines are only counted, and nothing else is heard. */
  count: (onLine: () => void) => void
  close: () => void
}

export type Listener = {
  /** An accepted command, by its id. */
  reply?: (id: string) => void
  /** A line that arrived, by its id. */
  line?: (id: string) => void
  /** The frame itself. */
  frame?: (text: string) => void
}

type Options = {
  url: string
  /** The address to call from: one has only so many ports, and the server counts sockets by it. */
  from: string
  headers: Record<string, string>
  /** Said at once; then `begins` decides on each frame whether the connection is ready, and may answer it. */
  first: string
  begins: (text: string, send: (frame: string) => void) => boolean
  onLost: (error: Error) => void
}

const REPLY = '{"type":"reply","id":"'
const ENTRIES = '{"type":"entries"'
const PING = '{"type":"ping","nonce":"'
const PONG = '{"type":"pong","nonce":"'
const LINE = '"line":{"id":"'
const ID_LENGTH = 36

export function connect({ url, from, headers, first, begins, onLost }: Options): Promise<Connection> {
  const { promise, resolve, reject } = Promise.withResolvers<Connection>()
  const socket = new WebSocket(url, { headers, localAddress: from, perMessageDeflate: false, skipUTF8Validation: true })
  const send = (frame: string) => socket.send(frame)
  let listener: Listener = {}
  let stream: IncomingMessage['socket'] | undefined
  let pong = (_nonce: string) => {}
  let ready = false
  let closing = false

  const answer = (ping: string) => send(ping.replace('ping', 'pong'))
  const fail = (error: Error) => {
    if (closing) return
    reject(error)
    onLost(error)
  }
  const isReady = (text: string) => {
    try {
      return begins(text, send)
    } catch (cause) {
      fail(new Error('a connection could not begin', { cause }))
      return false
    }
  }
  socket.on('upgrade', (response: IncomingMessage) => {
    stream = response.socket
  })
  socket.on('open', () => send(first))
  socket.on('error', fail)
  socket.on('close', (code, reason) => fail(new Error(`the server closed a connection: ${code} ${reason.toString()}`)))
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text.startsWith(PING)) answer(text)
    else if (text.startsWith(PONG)) pong(text.slice(PONG.length, PONG.length + ID_LENGTH))
    else if (ready) hear(text, listener, fail)
    else if (isReady(text)) {
      ready = true
      resolve({
        send,
        listen: (next) => {
          listener = next
        },
        onPong: (heard) => {
          pong = heard
          return () => {
            pong = () => {}
          }
        },
        count: (onLine) => {
          if (stream) countLines(stream, { onLine, onPing: answer })
        },
        close: () => {
          closing = true
          socket.terminate()
        },
      })
    }
  })
  return promise
}

function hear(text: string, { reply, line, frame }: Listener, fail: (error: Error) => void): void {
  frame?.(text)
  if (text.startsWith(REPLY)) {
    if (!text.includes('"ok":true')) return fail(new Error(`the server refused: ${text}`))
    reply?.(text.slice(REPLY.length, REPLY.length + ID_LENGTH))
  } else if (line && text.startsWith(ENTRIES)) {
    for (let at = text.indexOf(LINE); at !== -1; at = text.indexOf(LINE, at + ID_LENGTH)) {
      line(text.slice(at + LINE.length, at + LINE.length + ID_LENGTH))
    }
  }
}
