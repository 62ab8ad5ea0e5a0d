import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Clock } from '../clock.ts'
import { isTrusted, prefixOf, type TrustedProxies } from './address.ts'
import type { LimitHits } from './limit-hits.ts'
import { CONNECTIONS_PER_PREFIX, CONNECTS, CONNECTS_HELD_PER_PREFIX, IDLE_CONNECTIONS_PER_PREFIX } from './limits.ts'
import { tally } from './tally.ts'
import { tokenBucket } from './token-bucket.ts'

type Options = { server: Server; clock: Clock; trusted: TrustedProxies; limitHits: LimitHits }

/** How many connections one address may have and make, whatever they are for. A trusted proxy speaks for many and is let through. */
export function gateConnections({ server, clock, trusted, limitHits }: Options): void {
  const open = tally()
  const held = tally()
  const connects = tokenBucket(CONNECTS)
  const idle = openIdle(limitHits)

  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket
    if (isTrusted(remoteAddress, trusted)) return
    const prefix = prefixOf(remoteAddress)
    if (open.of(prefix) >= CONNECTIONS_PER_PREFIX) return refuse(socket, 'connections-at-once')
    socket.once('close', open.add(prefix))
    socket.once('close', () => idle.remove(prefix, socket))
    idle.add(prefix, socket)
    hold(socket, prefix)
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const { remoteAddress = '' } = socket
    if (isTrusted(remoteAddress, trusted)) return
    const prefix = prefixOf(remoteAddress)
    idle.remove(prefix, socket)
    response.once('close', () => {
      if (!socket.destroyed) idle.add(prefix, socket)
    })
  })
  server.on('upgrade', ({ socket }: IncomingMessage) => idle.remove(prefixOf(socket.remoteAddress ?? ''), socket))

  // Not read from until its turn comes; those who hurry find no place to wait.
  function hold(socket: Socket, prefix: string): void {
    const waitMs = connects(prefix, clock.now())
    if (waitMs === 0) return
    if (held.of(prefix) >= CONNECTS_HELD_PER_PREFIX) return refuse(socket, 'connects')
    const release = held.add(prefix)
    socket.pause()
    const cancel = clock.after(waitMs, () => {
      release()
      if (!socket.destroyed) socket.resume()
    })
    socket.once('close', () => {
      cancel()
      release()
    })
  }

  function refuse(socket: Socket, limit: 'connections-at-once' | 'connects'): void {
    limitHits.hit(limit)
    socket.destroy()
  }
}

/** Connections without a request under way, by address, the oldest first: closing one costs its client nothing but a new one. */
function openIdle(limitHits: LimitHits) {
  const idle = new Map<string, Set<Socket>>()

  function remove(prefix: string, socket: Socket) {
    const own = idle.get(prefix)
    own?.delete(socket)
    if (own?.size === 0) idle.delete(prefix)
  }

  return {
    remove,
    add: (prefix: string, socket: Socket) => {
      const own = idle.get(prefix) ?? new Set()
      idle.set(prefix, own.add(socket))
      const [oldest] = own
      if (own.size <= IDLE_CONNECTIONS_PER_PREFIX || !oldest) return
      limitHits.hit('connections-idle')
      remove(prefix, oldest)
      oldest.destroy()
    },
  }
}
