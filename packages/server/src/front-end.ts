import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const WIDGET = fileURLToPath(new URL('../../widget/dist/', import.meta.url))
const CONSOLE = fileURLToPath(new URL('../../console/dist/', import.meta.url))
const IMMUTABLE = 'public, max-age=31536000, immutable'
// They name files of their own build: an old one would ask for what is no longer there. Their ETag spares the bytes.
const REVALIDATED = 'no-cache'
// Without `frame-ancestors` any page may hold the widget's frame, sandboxed ones too; nothing else may be framed by others.
const FRAMED_ANYWHERE =
  "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; object-src 'none'; base-uri 'none'"

const NO_PAGES = /^\/(api|assets|widget|socket|stream|poll|commands|metrics)\b/

/** The built files of widget and console. A server without them (in tests of the server alone) serves no pages. */
export async function serveFrontEnd(app: FastifyInstance): Promise<void> {
  if (!existsSync(WIDGET) || !existsSync(CONSOLE)) {
    app.setNotFoundHandler((_request, reply) => reply.status(404).send({ refused: 'not-found' }))
    return
  }
  // What is sent from outside those folders says for itself how long it is good.
  const immutable = {
    setHeaders: (reply: FastifyReply, path: string) => {
      if (path.includes('/assets/')) void reply.header('cache-control', IMMUTABLE)
    },
  }
  await app.register(fastifyStatic, {
    root: `${WIDGET}assets/widget`,
    prefix: '/assets/widget/',
    preCompressed: true,
    cacheControl: false,
    ...immutable,
  })
  await app.register(fastifyStatic, {
    root: `${CONSOLE}assets/console`,
    prefix: '/assets/console/',
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    ...immutable,
  })
  app.get('/portico.js', (_request, reply) =>
    reply
      .header('cache-control', REVALIDATED)
      .type('text/javascript; charset=utf-8')
      .sendFile('portico.js', WIDGET, { cacheControl: false }),
  )
  app.get('/frame', (_request, reply) =>
    reply
      .header('cache-control', REVALIDATED)
      .header('content-security-policy', FRAMED_ANYWHERE)
      .sendFile('frame.html', WIDGET, { cacheControl: false }),
  )
  app.get('/preview', (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('preview.html', WIDGET, { cacheControl: false }),
  )
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || NO_PAGES.test(request.url)) return reply.status(404).send({ refused: 'not-found' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html', CONSOLE, { cacheControl: false })
  })
}
