import { timingSafeEqual, createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'

type Options = { app: FastifyInstance; metrics: Metrics; token: string | undefined }

/** GET /metrics for whoever scrapes this node and knows the token. Without one there is no such page. */
export function serveMetrics({ app, metrics, token }: Options): void {
  if (token === undefined) return
  app.get('/metrics', async ({ headers }, reply) => {
    if (!isSame(headers.authorization ?? '', `Bearer ${token}`)) return reply.status(401).send({ refused: 'not-signed-in' })
    const { type, text } = await metrics()
    return reply.header('cache-control', 'no-store').type(type).send(text)
  })
}

// Of digests, so that not even the length can be found out by trying.
const isSame = (said: string, own: string) => timingSafeEqual(digest(said), digest(own))
const digest = (text: string) => createHash('sha256').update(text).digest()
