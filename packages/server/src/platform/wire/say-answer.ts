import type { FastifyReply, FastifyRequest } from 'fastify'
import { every } from '../clock.ts'
import type { Answer, FileBody } from './answer.ts'
import { contentDisposition } from './content-disposition.ts'
import { DEVICE_COOKIE, SESSION_COOKIE, writeCookie } from './cookie.ts'
import { NO_PROGRESS_MS } from './limits.ts'
import type { Node } from './node.ts'
import type { Origins } from './origin.ts'
import { watchProgress } from './progress.ts'
import type { Route } from './route.ts'

/** As long as browsers keep a cookie. */
const DEVICE_MS = 400 * 24 * 60 * 60 * 1000

type Said = { route: Route; answer: Answer }

/** Puts a route's answer into those of HTTP. */
export function sayer({ node, origins }: { node: Node; origins: Origins }) {
  return (reply: FastifyReply, request: FastifyRequest, { route, answer }: Said): FastifyReply => {
    void reply.status(answer.status).headers({ 'cache-control': 'no-store', ...route.headers })
    // Of a file that is not wanted nobody reads the rest.
    if (route.upload && answer.status !== 200) void reply.header('connection', 'close')
    if (answer.status !== 200) return reply.send(answer.body)
    if (answer.headers) void reply.headers(answer.headers)
    for (const cookie of cookiesOf(answer, origins.isSecure(request.raw))) void reply.header('set-cookie', cookie)
    switch (route.answer.kind) {
      case 'json':
        return reply.send(answer.body)
      case 'stream':
        watch(reply, request, node)
        return reply.type(route.answer.type).send(answer.body)
      case 'file':
        watch(reply, request, node)
        return sendFile(reply, answer.body as FileBody) // as the types of `route` demand
    }
  }
}

function cookiesOf({ cookie, deviceToken }: Answer & { status: 200 }, secure: boolean): string[] {
  const session = cookie === 'clear' ? { value: '', maxAgeMs: 0 } : cookie
  const device = deviceToken === undefined ? undefined : { value: deviceToken, maxAgeMs: DEVICE_MS }
  return [
    ...(session ? [writeCookie({ name: SESSION_COOKIE, secure, ...session })] : []),
    ...(device ? [writeCookie({ name: DEVICE_COOKIE, secure, ...device })] : []),
  ]
}

/** Who has stopped reading what he asked for is let go. */
function watch(reply: FastifyReply, { raw: { socket } }: FastifyRequest, { clock, limitHits, ...node }: Node): void {
  const progress = watchProgress({ connection: socket, clock, limitHits, stuck: () => void socket.destroy() })
  const onFault = (error: unknown) => node.onFault({ what: 'a file that is read', error })
  const stop = every({ clock, ms: NO_PROGRESS_MS, onFault }, progress.look)
  reply.raw.once('close', () => {
    stop()
    progress.stop()
  })
}

function sendFile(reply: FastifyReply, { name, type, as, bytes, content }: FileBody): FastifyReply {
  void reply.type(type).header('content-disposition', contentDisposition(as, name))
  if (bytes !== undefined) void reply.header('content-length', bytes)
  return reply.send(content)
}
