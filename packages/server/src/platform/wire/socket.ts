import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { CLOSE } from '@portico/protocol/close-codes'
import { FRAME_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import type { ClientFrame, Hello } from '@portico/protocol/session'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { refuse } from '../capability.ts'
import { addressOf, prefixOf, type TrustedProxies } from './address.ts'
import type { Admit } from './admit.ts'
import type { Desk } from './desk.ts'
import { frame } from './frames.ts'
import type { Limit } from './limited.ts'
import { BAD_FRAMES_MAX, EARLY_MAX, HELLO_MS, PING_MS, PONG_MS, SOCKETS_PER_PREFIX, SOCKETS_WITHOUT_HELLO } from './limits.ts'
import { parseFrame, type Parsed } from './parse-frame.ts'
import type { Session } from './session.ts'
import { socketOutlet } from './socket-outlet.ts'

const JITTER = 0.2
/** Of ws, for a frame over `maxPayload`. */
const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'

type Options = {
  server: Server
  desk: Desk
  admit: Admit
  trusted: TrustedProxies
  isOwnOrigin: (request: IncomingMessage) => boolean
}

/** WebSockets at /socket. */
export function serveSockets({ server, desk, admit, trusted, isOwnOrigin }: Options): { close: () => void } {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: FRAME_BYTES_MAX,
    clientTracking: true,
  })
  const { limited } = desk
  let withoutHello = 0

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const prefix = prefixOf(addressOf(request, trusted))
    if (request.url?.split('?')[0] !== '/socket') return reject(stream, '404 Not Found')
    if (!isOwnOrigin(request)) return reject(stream, '403 Forbidden')
    if (desk.connections.of(prefix) >= SOCKETS_PER_PREFIX) return tooMany(stream, 'connections-of-address')
    if (withoutHello >= SOCKETS_WITHOUT_HELLO) return tooMany(stream, 'connections-without-hello')
    stream.once('close', desk.connections.add(prefix))
    sockets.handleUpgrade(request, stream, head, (socket) => open(socket, request.socket, request))
  })

  function tooMany(stream: Duplex, limit: Limit): void {
    limited.hit(limit)
    reject(stream, '429 Too Many Requests')
  }

  function open(socket: WebSocket, stream: Socket, request: IncomingMessage): void {
    const { clock } = desk
    const outlet = socketOutlet({ socket, stream, clock, limited })
    let session: Session | undefined
    let state: 'new' | 'greeted' | 'open' | 'over' = 'new'
    let badFrames = 0
    let expected: string | undefined
    let early: Exclude<ClientFrame, Hello>[] = []
    withoutHello++

    const cancelHello = clock.after(HELLO_MS, () => {
      limited.hit('hello-late')
      outlet.close({ code: CLOSE.noHello, reason: 'no hello' })
    })
    let cancelPing = clock.after(PING_MS * (1 + JITTER * (Math.random() - 0.5)), ping)

    function ping() {
      expected = newId()
      outlet.write(frame({ type: 'ping', nonce: expected }))
      cancelPing = clock.after(PONG_MS, () => {
        limited.hit('pong-late')
        outlet.close({ code: CLOSE.noPong, reason: 'no pong' })
        socket.terminate()
      })
    }
    function pong(nonce: string) {
      if (nonce !== expected) return
      expected = undefined
      cancelPing()
      cancelPing = clock.after(PING_MS * (1 + JITTER * (Math.random() - 0.5)), ping)
    }

    socket.on('message', (data: RawData, isBinary: boolean) => {
      if (state === 'over' || socket.readyState !== socket.OPEN) return
      const parsed: Parsed = isBinary ? { state: 'bad', detail: 'a binary frame' } : parseFrame((data as Buffer).toString('utf8')) // ws gives a Buffer unless told otherwise
      if (state === 'new' && !(parsed.state === 'frame' && parsed.frame.type === 'hello'))
        return bad('not-yet', 'hello comes first')
      switch (parsed.state) {
        case 'frame':
          return receive(parsed.frame)
        case 'refused':
          return outlet.write(frame({ type: 'reply', id: parsed.id, outcome: refuse('invalid', { detail: parsed.detail }) }))
        case 'unknown':
          return outlet.write(frame({ type: 'error', code: 'unknown-type', detail: parsed.detail }))
        case 'bad':
          return bad('bad-frame', parsed.detail)
      }
    })
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code === TOO_LONG) limited.hit('frame-bytes')
    })
    socket.on('close', () => {
      if (state === 'new') withoutHello--
      state = 'over'
      cancelHello()
      cancelPing()
      session?.end()
    })

    function receive(received: ClientFrame) {
      if (received.type === 'hello') return state === 'new' ? greet(received) : bad('bad-frame', 'a second hello')
      if (received.type === 'pong') return pong(received.nonce)
      if (session) return session.receive(received)
      if (early.length >= EARLY_MAX) return bad('bad-frame', 'too many frames before welcome')
      early.push(received)
    }
    function greet(hello: Hello) {
      state = 'greeted'
      withoutHello--
      cancelHello()
      begin(hello).catch((error: unknown) => {
        desk.onFault({ what: 'hello', error })
        outlet.close({ code: CLOSE.positionLost, reason: 'the server could not read' })
      })
    }
    async function begin(hello: Hello) {
      const admitted = await admit(request, outlet, hello)
      if (!admitted) return
      if (state === 'over') return admitted.end()
      session = admitted
      state = 'open'
      const begun = session.begin(hello)
      for (const each of early) session.receive(each)
      early = []
      await begun
    }
    function bad(code: 'bad-frame' | 'not-yet', detail: string) {
      outlet.write(frame({ type: 'error', code, detail }))
      if (++badFrames >= BAD_FRAMES_MAX || state === 'new') {
        state = state === 'new' ? 'new' : 'over'
        limited.hit('bad-frames')
        outlet.close({ code: CLOSE.badFrames, reason: 'too many bad frames' })
      }
    }
  }

  return {
    close: () => {
      for (const socket of sockets.clients) socket.close(CLOSE.shutdown, 'shutdown')
      sockets.close()
    },
  }
}

function reject(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
