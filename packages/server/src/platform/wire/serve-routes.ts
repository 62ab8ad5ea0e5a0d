import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import * as s from '@portico/protocol/schema'
import { actorName, type Actor, type Authority } from '../actor.ts'
import type { Files } from '../blobs/incoming.ts'
import { isRefusal, refuse, type AnyCommand } from '../capability.ts'
import { addressOf, prefixOf, untrustedProxyOf, type TrustedProxies } from './address.ts'
import { no, type Answer, type Refused } from './answer.ts'
import { bearerOf } from './bearer.ts'
import { DEVICE_COOKIE, readCookie } from './cookie.ts'
import { deviceOf } from './device.ts'
import type { Door } from './door.ts'
import { issueOf } from './issue.ts'
import type { Node } from './node.ts'
import type { Origins } from './origin.ts'
import { openLimiters, openSharedLimiters } from './route-limiters.ts'
import type { Account, Route, RouteContext } from './route.ts'
import { sayer } from './say-answer.ts'
import { tokenBucket } from './token-bucket.ts'

const UNKNOWN_RETRY_MS = 1000

export type RoutesOptions = {
  node: Node
  door: Door
  trusted: TrustedProxies
  origins: Origins
  routes: readonly Route[]
  files?: Files | undefined
  mails: boolean
  /** Told of each answer of a route before it leaves. */
  onAnswer?: ((route: Route, answer: Answer) => void) | undefined
}

/** `detail` says why somebody is nobody any more. */
type Caller = {
  actor: Actor | undefined
  authority: Authority | undefined
  unfinished: Account | undefined
  detail?: string | undefined
}

/** Serves every capability's routes: who asks, whether he may ask so often, whether what he asks fits; then the route's own part. */
export function serveRoutes(
  app: FastifyInstance,
  { node, door, trusted, origins, routes, mails, files, onAnswer }: RoutesOptions,
): void {
  const limiterOf = openLimiters(node.limitHits)
  const sharedLimiter = openSharedLimiters(node.sharedLimits, node.limitHits)
  const say = sayer({ node, origins })

  for (const route of routes) if (!route.upload) serve(app, route)
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _content, read) => read(null))
    for (const route of routes) if (route.upload) serve(scope, route)
  })

  function serve(scope: FastifyInstance, route: Route): void {
    scope.route({
      method: route.method,
      url: route.path,
      config: { uploads: route.upload !== undefined },
      handler: async (request, reply) => {
        const answer = await perform(route, request)
        onAnswer?.(route, answer)
        return say(reply, request, { route, answer })
      },
    })
  }

  async function perform(route: Route, request: FastifyRequest): Promise<Answer> {
    const caller = await callerOf(route, request)
    const askers = askersOf(route, caller)
    if (!askers) return turnedAway(route, caller)
    const prefix = prefixOf(addressOf(request.raw, trusted))
    const wait = waitFor(route, caller.actor ? actorName(caller.actor) : prefix)
    if (wait) return wait
    if (route.upload && Number(request.headers['content-length']) > route.upload.bytesMax) return tooLarge(node)
    const parsed = parse(route, request)
    if ('status' in parsed) return parsed
    const asked = { ...contextOf(request, prefix), ...askers, ...parsed }
    return route.run(asked as never) // made of what the route's own `who` and schemas say
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

  function waitFor({ rate }: Route, key: string): Refused | undefined {
    const afterMs = rate ? limiterOf(rate.limit, () => tokenBucket(rate))(key, node.clock.now()) : 0
    return rate && afterMs > 0 ? no(429, 'retry', { afterMs, limit: rate.limit }) : undefined
  }

  const contextOf = (request: FastifyRequest, prefix: string): RouteContext => ({
    reads: node.reads,
    fill: node.fill,
    files,
    clock: node.clock,
    request: request.raw,
    prefix,
    links: origins.linksOf(request.raw),
    mails,
    isOwnPage: origins.isOwn(request.raw),
    deviceToken: readCookie(request.raw, { name: DEVICE_COOKIE, secure: origins.isSecure(request.raw) }),
    untrustedProxy: untrustedProxyOf(request.raw, trusted),
    send: sender(prefix, deviceOf(request.raw)),
    limiter: limiterOf,
    sharedLimiter,
    hit: node.limitHits.hit,
  })

  const sender =
    (prefix: string, device: string) =>
    async (command: AnyCommand, actor: Actor): Promise<Outcome> => {
      const id = newId<CommandId>(node.clock.now())
      return (
        (await node.run({ id, command, actor, prefix, device, once: true })) ?? refuse('retry', { afterMs: UNKNOWN_RETRY_MS })
      )
    }
}

function tooLarge({ limitHits }: Node): Refused {
  limitHits.hit('file-bytes')
  return no(413, 'file-size')
}

/** What a route may know of who asks; undefined for whom it is not. */
function askersOf({ who }: Route, { actor, authority, unfinished }: Caller): object | undefined {
  switch (who) {
    case 'anyone':
      return { actor, authority, unfinished }
    case 'account': {
      const account = actor ?? unfinished
      return account && { account }
    }
    case 'operator':
    case 'visitor':
      return authority && { actor, authority }
  }
}

function turnedAway({ who }: Route, { unfinished, detail }: Caller): Refused {
  if (who === 'operator' && unfinished) return no(403, 'second-factor')
  return no(401, 'not-signed-in', detail === undefined ? {} : { detail })
}

function parse(
  { params, query, body }: Route,
  request: FastifyRequest,
): { params: unknown; query: unknown; body: unknown } | Refused {
  const named = params && s.safeParse(params, request.params)
  if (named && !named.success) return no(404, 'not-found')
  const said = body && s.safeParse(body, request.body)
  if (said && !said.success) return no(400, 'invalid', { detail: issueOf(said.error.issues) })
  const asked = query && s.safeParse(query, queryOf(request))
  if (asked && !asked.success) return no(400, 'invalid', { detail: issueOf(asked.error.issues) })
  return { params: named?.data, query: asked?.data, body: said?.data }
}

// A name asked twice is a list; only single ones mean something here.
const queryOf = ({ query }: FastifyRequest) =>
  Object.fromEntries(Object.entries(query as object).filter(([, value]) => typeof value === 'string')) as Record<string, string>
