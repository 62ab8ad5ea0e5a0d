import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { FRAME_BYTES_MAX } from '@portico/protocol/limits'
import type { Outcome } from '@portico/protocol/outcome'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import type { CommandId } from '@portico/protocol/ids'
import type { Actor } from '../actor.ts'
import { isRefusal, refuse, type AnyCommand } from '../capability.ts'
import { faultOf } from '../db/faults.ts'
import { addressOf, prefixOf, untrustedProxyOf, type TrustedProxies } from './address.ts'
import { bearerOf } from './bearer.ts'
import { gateConnections } from './connection-gate.ts'
import { DEVICE_COOKIE, readCookie, SESSION_COOKIE, writeCookie } from './cookie.ts'
import type { Node } from './node.ts'
import { deviceOf } from './device.ts'
import type { Door } from './door.ts'
import type { Limit } from './limit-hits.ts'
import { HEADERS_MS, KEEP_ALIVE_MS, LATE_CHECK_MS, REQUEST_MS } from './limits.ts'
import type { Origins } from './origin.ts'
import { gateRequests } from './request-gate.ts'
import type { ProxyWatch } from './proxy-watch.ts'
import { no, type Answer, type Route, type RouteContext } from './route.ts'
import { setSecurityHeaders } from './security-headers.ts'
import type { Bucket } from './token-bucket.ts'

const UNKNOWN_RETRY_MS = 1000
/** As long as browsers keep a cookie. */
const DEVICE_MS = 400 * 24 * 60 * 60 * 1000
const SAFE = ['GET', 'HEAD', 'OPTIONS']

export type HttpOptions = {
  node: Node
  door: Door
  trusted: TrustedProxies
  origins: Origins
  routes: readonly Route[]
  watchProxies: ProxyWatch
}

/** `detail` says why somebody is nobody any more. */
type Caller = Pick<RouteContext, 'actor' | 'authority' | 'unfinished'> & { detail?: string | undefined }

/** The HTTP server with every capability's routes; whatever else it serves is registered on the answer before it listens. */
export async function openHttp({ node, door, trusted, origins, routes, watchProxies }: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: FRAME_BYTES_MAX,
    logger: false,
    forceCloseConnections: true,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: LATE_CHECK_MS },
    // What Fastify itself refuses before it knows a route.
    frameworkErrors: (error, _request, reply) =>
      void (reply as FastifyReply).status(error.statusCode ?? 400).send({ refused: 'invalid' }), // its type is of no route
  })
  const limiters = new Map<string, Bucket>()
  const letGo = gateConnections({ server: app.server, clock: node.clock, trusted, limitHits: node.limitHits })
  app.addHook('preClose', async () => letGo())
  gateRequests({ app, node, door, trusted })
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

  const sender =
    (prefix: string, device: string) =>
    async (command: AnyCommand, actor: Actor): Promise<Outcome> => {
      const id = newId<CommandId>(node.clock.now())
      return (
        (await node.run({ id, command, actor, prefix, device, once: true })) ?? refuse('retry', { afterMs: UNKNOWN_RETRY_MS })
      )
    }

  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => answer(reply, request, await perform(route, request)),
    })
  }

  function counted(name: Limit, bucket: Bucket): Bucket {
    const limiter = (key: string, now: number) => {
      const afterMs = bucket(key, now)
      if (afterMs > 0) node.limitHits.hit(name)
      return afterMs
    }
    return Object.assign(limiter, { giveBack: bucket.giveBack })
  }

  async function perform(route: Route, request: FastifyRequest): Promise<Answer> {
    const { actor, authority, unfinished, detail } = await callerOf(route, request)
    if (route.who === 'operator' && unfinished) return no(403, 'second-factor')
    const isIn = route.who === 'anyone' || authority || (route.who === 'account' && unfinished)
    if (!isIn) return no(401, 'not-signed-in', detail === undefined ? {} : { detail })
    const parsed = route.body && s.safeParse(route.body, request.body)
    if (parsed && !parsed.success) return no(400, 'invalid', { detail: issueOf(parsed.error.issues) })
    const asked = route.query && s.safeParse(route.query, queryOf(request))
    if (asked && !asked.success) return no(400, 'invalid', { detail: issueOf(asked.error.issues) })
    const prefix = prefixOf(addressOf(request.raw, trusted))
    return route.run({
      reads: node.reads,
      clock: node.clock,
      actor,
      authority,
      unfinished,
      params: request.params as Record<string, string>, // Fastify's parameters of a path are strings
      query: asked?.data,
      body: parsed?.data,
      request: request.raw,
      prefix,
      links: origins.linksOf(request.raw),
      isOwnPage: origins.isOwn(request.raw),
      deviceToken: readCookie(request.raw, { name: DEVICE_COOKIE, secure: origins.isSecure(request.raw) }),
      untrustedProxy: untrustedProxyOf(request.raw, trusted),
      send: sender(prefix, deviceOf(request.raw)),
      limiter: (name, make) => {
        const limiter = limiters.get(name) ?? counted(name, make())
        limiters.set(name, limiter)
        return limiter
      },
      hit: node.limitHits.hit,
    })
  }

  // A route for anyone still wants to know an operator when it sees one; whose session has ended is nobody.
  async function callerOf({ who }: Route, request: FastifyRequest): Promise<Caller> {
    const token = bearerOf(request)
    const visitor = async () => (token === undefined ? undefined : door.visitor(token))
    const actor = who === 'visitor' ? await visitor() : await door.operator(request.raw)
    const authority = actor && (await node.recognise(actor))
    if (authority && !isRefusal(authority)) return { actor, authority, unfinished: undefined }
    const unfinished = actor?.kind === 'operator' && authority?.refused === 'second-factor' ? actor : undefined
    return { actor: undefined, authority: undefined, unfinished, detail: authority?.detail }
  }

  function answer(reply: FastifyReply, request: FastifyRequest, { status, body, headers = {}, cookie, deviceToken }: Answer) {
    const secure = origins.isSecure(request.raw)
    const named = { name: SESSION_COOKIE, secure }
    if (cookie === 'clear') void reply.header('set-cookie', writeCookie({ ...named, value: '', maxAgeMs: 0 }))
    else if (cookie) void reply.header('set-cookie', writeCookie({ ...named, ...cookie }))
    if (deviceToken !== undefined)
      void reply.header('set-cookie', writeCookie({ name: DEVICE_COOKIE, secure, value: deviceToken, maxAgeMs: DEVICE_MS }))
    return reply
      .status(status)
      .headers({ 'cache-control': 'no-store', ...headers })
      .send(body)
  }

  return app
}

export const issueOf = ([issue]: readonly { path: readonly PropertyKey[]; message: string }[]): string =>
  `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`

// A name asked twice is a list; only single ones mean something here.
const queryOf = ({ query }: FastifyRequest) =>
  Object.fromEntries(Object.entries(query as object).filter(([, value]) => typeof value === 'string')) as Record<string, string>
