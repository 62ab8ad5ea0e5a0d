import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addressOf, prefixOf, type TrustedProxies } from './address.ts'
import type { Node } from './node.ts'
import type { Door } from './door.ts'
import { bearerOf } from './bearer.ts'
import { HELD_MS_MAX, HELD_PER_PREFIX, LOOK_UPS } from './limits.ts'
import { FRAME_BYTES_MAX } from '@portico/protocol/limits'
import { knownPayer, type Payer } from './payments.ts'
import { tally } from './tally.ts'
import { forgetOldest, tokenBucket } from './token-bucket.ts'

const KNOWN_MS = 5 * 60_000
const KNOWN_MAX = 10_000
const HELD_TURN_MS = 50

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body is a file: it has a size and a time of its own. */
    uploads?: boolean
  }
}

type Options = { app: FastifyInstance; node: Node; door: Door; trusted: TrustedProxies }

/** Every request is paid for before its body is read. Who has spent his budget is answered late, so that asking faster gains nothing. */
export function gateRequests({ app, node, door, trusted }: Options): void {
  const { clock, limitHits, payments } = node
  const payerOf = openPayers({ node, door })
  const held = tally()

  /** Answers how long is left to wait: 0 if it could be paid meanwhile. */
  async function hold(prefix: string, pay: () => number): Promise<number> {
    const release = held.add(prefix)
    const until = clock.now() + HELD_MS_MAX
    let waitMs = pay()
    while (waitMs > 0 && clock.now() < until) {
      const turnMs = Math.min(Math.max(waitMs, HELD_TURN_MS), until - clock.now())
      await new Promise<void>((resolve) => clock.after(turnMs, resolve))
      waitMs = pay()
    }
    release()
    return waitMs
  }

  app.addHook('onRequest', async (request, reply) => {
    const prefix = prefixOf(addressOf(request.raw, trusted))
    const payer = await payerOf(request, prefix)
    const pay = () => payments.pay([payer], bytesOf(request), clock.now())
    if (pay() === 0) return undefined
    if (held.of(prefix) >= HELD_PER_PREFIX) {
      limitHits.hit('requests-held')
      return hangUp(request, reply)
    }
    const afterMs = await hold(prefix, pay)
    return afterMs === 0 ? undefined : reply.status(429).send({ refused: 'retry', afterMs, limit: 'requests' })
  })
}

/** Whom a request is charged to. A credential must be one that the server knows: looking that up is charged to the address. */
function openPayers({ node: { clock, limitHits }, door }: Pick<Options, 'node' | 'door'>) {
  const known = new Map<string, { payer: Payer; until: number }>()
  const lookUps = tokenBucket(LOOK_UPS)

  return async (request: FastifyRequest, prefix: string): Promise<Payer> => {
    const address: Payer = { of: 'address', key: prefix }
    const bearer = bearerOf(request)
    const credential = bearer ?? request.headers.cookie
    if (credential === undefined) return address
    const key = hash('sha256', credential)
    const now = clock.now()
    const kept = known.get(key)
    if (kept && kept.until > now) return kept.payer
    if (lookUps(prefix, now) > 0) {
      limitHits.hit('look-ups')
      return address
    }
    const actor = bearer === undefined ? await door.operator(request.raw) : await door.visitor(bearer)
    if (!actor) return address
    known.set(key, { payer: knownPayer(actor), until: now + KNOWN_MS })
    if (known.size > KNOWN_MAX) forgetOldest(known)
    return knownPayer(actor)
  }
}

// A body whose length is not said may be as long as any. A file has limits of its own, and counts as one body.
function bytesOf({ headers, method, routeOptions }: FastifyRequest): number {
  if (routeOptions.config.uploads) return FRAME_BYTES_MAX
  const said = Number(headers['content-length'])
  if (Number.isSafeInteger(said)) return said
  return method === 'GET' || method === 'HEAD' ? 0 : FRAME_BYTES_MAX
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}
