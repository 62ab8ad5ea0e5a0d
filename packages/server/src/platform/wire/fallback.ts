import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CLOSE } from '@portico/protocol/close-codes'
import { newId } from '@portico/protocol/new-id'
import type { CommandId } from '@portico/protocol/ids'
import type { Outcome } from '@portico/protocol/outcome'
import * as s from '@portico/protocol/schema'
import { hello, type SentCommand } from '@portico/protocol/session'
import { isRefusal, refuse } from '../capability.ts'
import { every } from '../clock.ts'
import { addressOf, prefixOf, type TrustedProxies } from './address.ts'
import type { Admit } from './admission.ts'
import { parseList } from './command-list.ts'
import type { Node } from './node.ts'
import { deviceOf } from './device.ts'
import type { Door } from './door.ts'
import { frame } from './frames.ts'
import { bearerOf } from './bearer.ts'
import { issueOf } from './issue.ts'
import { PING_MS, POLL_MS, SOCKETS_PER_PREFIX, STREAM_MS, TOO_MANY_RETRY_MS } from './limits.ts'
import type { Outlet } from './outlet.ts'
import { inOrder } from './in-order.ts'
import { pollOutlet } from './poll-outlet.ts'
import { streamOutlet } from './stream-outlet.ts'

const JITTER = 0.2
const TOO_MANY = { refused: 'retry', afterMs: TOO_MANY_RETRY_MS, limit: 'connections' } as const

type Options = { app: FastifyInstance; node: Node; door: Door; admit: Admit; trusted: TrustedProxies }

/** The same frames without WebSocket. No session is kept between requests, so any node can answer each. */
export function serveFallback({ app, node, door, admit, trusted }: Options): void {
  const prefixFor = (request: FastifyRequest) => prefixOf(addressOf(request.raw, trusted))
  function isOneTooMany(request: FastifyRequest, reply: FastifyReply): boolean {
    const prefix = prefixFor(request)
    if (node.connections.of(prefix) >= SOCKETS_PER_PREFIX) {
      node.limitHits.hit('connections-of-address')
      return true
    }
    reply.raw.once('close', node.connections.add(prefix))
    return false
  }

  app.post('/stream', async (request, reply) => {
    const asked = s.safeParse(hello, request.body)
    if (!asked.success) return reply.status(400).send({ refused: 'invalid', detail: issueOf(asked.error.issues) })
    if (isOneTooMany(request, reply)) return reply.status(429).send(TOO_MANY)
    reply.hijack()
    const outlet = streamOutlet({
      response: reply.raw,
      connection: request.raw.socket,
      clock: node.clock,
      limitHits: node.limitHits,
    })
    const onFault = (error: unknown) => node.onFault({ what: 'ping over http', error })
    const stopPings = every({ clock: node.clock, ms: PING_MS, onFault }, () =>
      outlet.write(frame({ type: 'ping', nonce: newId() })),
    )
    reply.raw.once('close', stopPings)
    const session = await orClose(outlet, admit(request.raw, outlet, asked.data))
    if (!session) return undefined
    // A dead one tells nobody that it is dead. A client that lives has opened the next long before.
    const stopLife = node.clock.after(STREAM_MS * (1 + JITTER * (Math.random() - 0.5)), () => {
      session.end()
      outlet.end()
    })
    reply.raw.once('close', () => {
      stopLife()
      session.end()
    })
    if (reply.raw.destroyed) return session.end()
    return begin(session.begin(asked.data), () =>
      session.close({ code: CLOSE.positionLost, reason: 'the server could not read' }),
    )
  })

  app.post('/poll', async (request, reply) => {
    const asked = s.safeParse(hello, request.body)
    if (!asked.success) return reply.status(400).send({ refused: 'invalid', detail: issueOf(asked.error.issues) })
    if (isOneTooMany(request, reply)) return reply.status(429).send(TOO_MANY)
    const news = Promise.withResolvers<void>()
    const outlet = pollOutlet(() => setImmediate(news.resolve))
    const session = await orClose(outlet, admit(request.raw, outlet, asked.data))
    if (session) {
      reply.raw.once('close', () => session.end())
      const begun = begin(session.begin(asked.data), () =>
        session.close({ code: CLOSE.positionLost, reason: 'the server could not read' }),
      )
      await Promise.race([begun, outlet.full])
      const cancel = node.clock.after(POLL_MS, news.resolve)
      reply.raw.once('close', news.resolve)
      if (reply.raw.destroyed) news.resolve()
      await news.promise
      cancel()
      session.end()
    }
    return reply
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(`{"frames":[${outlet.take().join(',')}]}`)
  })

  app.post('/commands', async (request, reply) => {
    const token = bearerOf(request)
    const actor = token === undefined ? await door.operator(request.raw) : await door.visitor(token)
    if (!actor) return reply.status(401).send({ refused: 'not-signed-in' })
    const list = parseList(request.body)
    if (list.state === 'bad') return reply.status(400).send({ refused: 'invalid', detail: list.detail })
    const authority = await node.recognise(actor)
    if (isRefusal(authority)) return reply.status(401).send({ refused: 'not-signed-in', detail: authority.detail })
    for (const fleeting of list.fleeting) await node.relay(undefined, authority, fleeting)
    const prefix = prefixFor(request)
    const device = deviceOf(request.raw)
    const replies: { id: CommandId; outcome: Outcome }[] = []
    const decide = inOrder(({ id, command, solution }: SentCommand) => node.run({ id, command, solution, actor, prefix, device }))
    for (const each of list.commands) {
      const { id } = each.state === 'sent' ? each.sent : each
      const outcome = each.state === 'sent' ? await decide(each.sent) : refuse('invalid', { detail: each.detail })
      // Without an outcome nobody knows yet: the client sends the same again and is told.
      if (outcome) replies.push({ id, outcome })
    }
    return reply.header('cache-control', 'no-store').send({ replies })
  })

  // Who comes could not be read: the client tries again, as after any connection that ends.
  async function orClose(outlet: Outlet, admitted: ReturnType<Admit>): ReturnType<Admit> {
    try {
      return await admitted
    } catch (error) {
      node.onFault({ what: 'hello over http', error })
      outlet.close({ code: CLOSE.positionLost, reason: 'the server could not read' })
      return undefined
    }
  }

  async function begin(begun: Promise<void>, fail: () => void): Promise<void> {
    try {
      await begun
    } catch (error) {
      node.onFault({ what: 'hello over http', error })
      fail()
    }
  }
}
