import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { CLOSE } from '@portico/protocol/close-codes'
import { FRAME_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import type { ClientFrame, Hello } from '@portico/protocol/session'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { refuse } from '../capability.ts'
import { addressOf, prefixOf, type TrustedProxies } from './address.ts'
import type { Admit } from './admission.ts'
import type { Node } from './node.ts'
import { frame } from './frames.ts'
import { openIntake } from './intake.ts'
import type { Limit } from './limit-hits.ts'
import { BAD_FRAMES_MAX, EARLY_MAX, FLEETING_BYTES_MAX, HELLO_MS, SOCKETS_PER_PREFIX } from './limits.ts'
import type { Origins } from './origin.ts'
import { parseFrame, parseHello, type Parsed } from './parse-frame.ts'
import type { Payer } from './payments.ts'
import type { ProxyWatch } from './proxy-watch.ts'
import { openPulse } from './pulse.ts'
import { securityHeaders } from './security-headers.ts'
import type { Session } from './session.ts'
import { openSilentSockets } from './silent-sockets.ts'
import { socketOutlet } from './socket-outlet.ts'

/** Of ws, for a frame over `maxPayload`. */
const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'

type Options = {
  server: Server
  node: Node
  admit: Admit
  trusted: TrustedProxies
  origins: Origins
  watchProxies: ProxyWatch
}

/** As it came: a frame of the protocol, or a ping of WebSocket itself, which no browser sends. */
type Received = { data: Buffer; as: 'text' | 'binary' | 'ping' }

/** WebSockets at /socket. */
export function serveSockets({ server, node, admit, trusted, origins, watchProxies }: Options): { close: () => void } {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: FRAME_BYTES_MAX,
    clientTracking: true,
    autoPong: false,
  })
  const { limitHits } = node
  const silent = openSilentSockets(limitHits)

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    watchProxies(request)
    const prefix = prefixOf(addressOf(request, trusted))
    const reject = (status: number, why?: object) =>
      writeRejection(stream, { status, why, headers: securityHeaders(request, origins) })
    if (request.url?.split('?')[0] !== '/socket') return reject(404)
    const turnedAway = origins.turnAway(request, 'unsafely')
    if (turnedAway) return reject(turnedAway.status, turnedAway.body)
    if (node.connections.of(prefix) >= SOCKETS_PER_PREFIX) {
      limitHits.hit('connections-of-address')
      return reject(429)
    }
    stream.once('close', node.connections.add(prefix))
    sockets.handleUpgrade(request, stream, head, (socket) => open({ socket, stream: request.socket, request, prefix }))
  })

  type Opened = { socket: WebSocket; stream: Socket; request: IncomingMessage; prefix: string }
  function open({ socket, stream, request, prefix }: Opened): void {
    const { clock } = node
    const outlet = socketOutlet({ socket, stream, clock, limitHits })
    const connection: Payer = { of: 'connection', key: newId() }
    let session: Session | undefined
    let state: 'new' | 'greeted' | 'open' | 'over' = 'new'
    let badFrames = 0
    let early: Exclude<ClientFrame, Hello>[] = []

    const isHeard = silent.add(prefix, () => {
      outlet.close({ code: CLOSE.noHello, reason: 'no hello' })
      socket.terminate()
    })
    const cancelHello = clock.after(HELLO_MS, () => {
      limitHits.hit('hello-late')
      outlet.close({ code: CLOSE.noHello, reason: 'no hello' })
    })
    const intake = openIntake<Received>(
      {
        clock,
        pay: (bytes) => node.payments.pay([connection, session?.payer ?? { of: 'address', key: prefix }], bytes, clock.now()),
        pause: () => socket.pause(),
        resume: () => socket.resume(),
        flooded: () => closeOver('frames-unread', 'too many frames at once'),
      },
      look,
    )
    const pulse = openPulse({
      clock,
      ask: (nonce) => outlet.write(frame({ type: 'ping', nonce })),
      hasReadSince: intake.hasReadSince,
      silent: () => {
        limitHits.hit('pong-late')
        outlet.close({ code: CLOSE.noPong, reason: 'no pong' })
        socket.terminate()
      },
    })

    socket.on('message', (data: RawData, isBinary: boolean) => {
      const bytes = data as Buffer // ws gives a Buffer unless told otherwise
      intake.take({ data: bytes, as: isBinary ? 'binary' : 'text' }, bytes.length)
    })
    socket.on('ping', (data: Buffer) => intake.take({ data, as: 'ping' }, data.length))
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code === TOO_LONG) limitHits.hit('frame-bytes')
    })
    socket.on('close', () => {
      state = 'over'
      isHeard()
      intake.close()
      node.payments.forget(connection)
      cancelHello()
      pulse.close()
      session?.end()
    })

    function look({ data, as }: Received) {
      if (state === 'over' || socket.readyState !== socket.OPEN) return
      if (as === 'ping') return outlet.queuedBytes() > FLEETING_BYTES_MAX ? undefined : socket.pong(data)
      const parsed = as === 'binary' ? BINARY : (state === 'new' ? parseHello : parseFrame)(data.toString('utf8'))
      if (state === 'new' && parsed.state !== 'frame')
        return bad('not-yet', parsed.state === 'bad' ? parsed.detail : 'hello comes first')
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
    }
    function receive(received: ClientFrame) {
      if (received.type === 'hello') return state === 'new' ? greet(received) : bad('bad-frame', 'a second hello')
      if (received.type === 'pong') return pulse.pong(received.nonce)
      if (session) return session.receive(received)
      if (early.length >= EARLY_MAX) return bad('bad-frame', 'too many frames before welcome')
      early.push(received)
    }
    function greet(hello: Hello) {
      state = 'greeted'
      isHeard()
      cancelHello()
      begin(hello).catch((error: unknown) => {
        node.onFault({ what: 'hello', error })
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
        limitHits.hit('bad-frames')
        outlet.close({ code: CLOSE.badFrames, reason: 'too many bad frames' })
      }
    }
    function closeOver(limit: Limit, reason: string) {
      limitHits.hit(limit)
      outlet.close({ code: CLOSE.rate, reason, retryAfterMs: 1000, limit: 'requests' })
    }
  }

  return {
    close: () => {
      for (const socket of sockets.clients) socket.close(CLOSE.shutdown, 'shutdown')
      sockets.close()
    },
  }
}

const BINARY: Parsed = { state: 'bad', detail: 'a binary frame' }

type Rejection = { status: number; why: object | undefined; headers: Record<string, string> }

function writeRejection(stream: Duplex, { status, why, headers }: Rejection): void {
  const body = why ? JSON.stringify(why) : ''
  const all = {
    connection: 'close',
    ...headers,
    ...(why && { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(body),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  stream.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'))
}
