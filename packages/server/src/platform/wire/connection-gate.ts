import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Clock } from '../clock.ts'
import { isTrusted, prefixOf, type TrustedProxies } from './address.ts'
import type { LimitHits } from './limit-hits.ts'
import { CONNECTIONS_PER_PREFIX, CONNECTS, CONNECTS_HELD_PER_PREFIX, IDLE_CONNECTIONS_PER_PREFIX } from './limits.ts'
import { tally } from './tally.ts'
import { tokenBucket } from './token-bucket.ts'

type Options = { server: Server; clock: Clock; trusted: TrustedProxies; limitHits: LimitHits }

/**
 * How many connections one address may have and make, whatever they are for. A trusted proxy speaks for many and is let through.
 * The returned function lets go of those that wait.
 */
export function gateConnections({ server, clock, trusted, limitHits }: Options): () => void {
  const open = tally()
  const held = tally()
  const waiting = new Set<Socket>()
  const connects = tokenBucket(CONNECTS)
  const idle = openIdle(limitHits)
  const serve = takeOver(server, { turnsAway })
  let last: Judged | undefined

  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket
    // Node has asked right before, where it knew the address by then.
    const judged = last?.address === remoteAddress ? last : judge(remoteAddress)
    last = undefined
    switch (judged.state) {
      case 'trusted':
        return serve(socket)
      case 'refused':
        return socket.destroy()
      case 'taken':
        socket.once('close', open.add(judged.prefix))
        return judged.waitMs === 0 ? admit(socket, judged.prefix) : hold(socket, judged)
    }
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

  function judge(address: string): Judged {
    if (isTrusted(address, trusted)) return { state: 'trusted', address }
    const prefix = prefixOf(address)
    if (open.of(prefix) >= CONNECTIONS_PER_PREFIX) return refused(address, 'connections-at-once')
    const waitMs = connects(prefix, clock.now())
    if (waitMs === 0) return { state: 'taken', address, prefix, waitMs }
    if (held.of(prefix) >= CONNECTS_HELD_PER_PREFIX) return refused(address, 'connects')
    return { state: 'taken', address, prefix, waitMs }
  }
  /** Before there is a socket, which costs more than all the rest. */
  function turnsAway(address: string): boolean {
    last = judge(address)
    return last.state === 'refused'
  }

  // Not read from until its turn comes, one after the other; those who hurry find no place to wait.
  function hold(socket: Socket, { prefix, waitMs }: { prefix: string; waitMs: number }): void {
    connects.owe(prefix, 1, clock.now())
    const release = held.add(prefix)
    waiting.add(socket)
    socket.on('error', () => socket.destroy())
    const cancel = clock.after(waitMs, () => {
      leave()
      if (!socket.destroyed) admit(socket, prefix)
    })
    const leave = () => {
      cancel()
      release()
      waiting.delete(socket)
    }
    socket.once('close', leave)
  }

  function admit(socket: Socket, prefix: string): void {
    socket.once('close', () => idle.remove(prefix, socket))
    idle.add(prefix, socket)
    serve(socket)
  }

  return () => {
    for (const socket of waiting) socket.destroy()
  }

  function refused(address: string, limit: 'connections-at-once' | 'connects'): Judged {
    limitHits.hit(limit)
    return { state: 'refused', address }
  }
}

type Judged =
  | { state: 'trusted' | 'refused'; address: string }
  | { state: 'taken'; address: string; prefix: string; /** Until its turn comes. */ waitMs: number }

/**
 * Node's server reads from a connection as soon as it hears of it, whatever the socket is told later: it hears of it when it may.
 * `turnsAway` is asked of each address before a socket is made for it.
 */
function takeOver(server: Server, { turnsAway }: { turnsAway: (address: string) => boolean }): (socket: Socket) => void {
  const listeners = server.listeners('connection')
  server.removeAllListeners('connection')
  // http.createServer() does not pass these options of net.Server on.
  Object.assign(server, { pauseOnConnect: true, blockList: { check: turnsAway } })
  return (socket) => {
    for (const listener of listeners) listener.call(server, socket)
    socket.resume()
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
