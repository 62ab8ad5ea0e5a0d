import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { FRAME_BYTES_MAX } from '@portico/protocol/limits'
import { faultOf } from '../db/faults.ts'
import { gateConnections } from './connection-gate.ts'
import { endLate } from './end-late.ts'
import { HEADERS_MS, KEEP_ALIVE_MS, LATE_CHECK_MS, REQUEST_MS, UPLOAD_MS } from './limits.ts'
import type { ProxyWatch } from './proxy-watch.ts'
import { gateRequests } from './request-gate.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { serveRoutes, type RoutesOptions } from './serve-routes.ts'

const UNKNOWN_RETRY_MS = 1000
const SAFE = ['GET', 'HEAD', 'OPTIONS']

type HttpOptions = RoutesOptions & { watchProxies: ProxyWatch }

/** The HTTP server with every capability's routes; whatever else it serves is registered on the answer before it listens. */
export async function openHttp({ watchProxies, ...served }: HttpOptions): Promise<FastifyInstance> {
  const { node, door, trusted, origins } = served
  const app = Fastify({
    bodyLimit: FRAME_BYTES_MAX,
    logger: false,
    forceCloseConnections: true,
    requestTimeout: UPLOAD_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: LATE_CHECK_MS },
    // What Fastify itself refuses before it knows a route.
    frameworkErrors: (error, _request, reply) =>
      void (reply as FastifyReply).status(error.statusCode ?? 400).send({ refused: 'invalid' }), // its type is of no route
  })
  const letGo = gateConnections({ server: app.server, clock: node.clock, trusted, limitHits: node.limitHits })
  app.addHook('preClose', async () => letGo())
  gateRequests({ app, node, door, trusted })
  app.addHook('onRequest', async ({ raw, routeOptions }) => endLate(raw, routeOptions.config.uploads ? UPLOAD_MS : REQUEST_MS))
  // Before Fastify hears of the request: what it answers by itself has them too.
  app.server.prependListener('request', (request, response) => setSecurityHeaders(request, response, origins))
  app.addHook('onRequest', async (request, reply) => {
    watchProxies(request.raw)
    const turnedAway = origins.turnAway(request.raw, SAFE.includes(request.method) ? 'safely' : 'unsafely')
    return turnedAway && reply.status(turnedAway.status).send(turnedAway.body)
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    if (error.statusCode === undefined && faultOf(error)) {
      node.onFault({ what: 'request', error })
      return reply.status(503).send({ refused: 'retry', afterMs: UNKNOWN_RETRY_MS })
    }
    const status = error.statusCode ?? 500
    if (status === 413) node.limitHits.hit('body-bytes')
    if (status >= 500) node.onFault({ what: 'request', error })
    return reply
      .status(status)
      .send({ refused: status >= 500 ? 'error' : 'invalid', ...(status < 500 && { detail: error.message }) })
  })

  serveRoutes(app, served)
  return app
}
