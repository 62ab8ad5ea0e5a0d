import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Origins } from './platform/wire/origin.ts'
import { contentPolicy, FOR_EVERY_SITE } from './platform/wire/security-headers.ts'

/** The folders of the built files; each path ends with a slash. */
export type FrontEnd = { widget: string; console: string }

const BUILT: FrontEnd = {
  widget: fileURLToPath(new URL('../../widget/dist/', import.meta.url)),
  console: fileURLToPath(new URL('../../console/dist/', import.meta.url)),
}
const IMMUTABLE = 'public, max-age=31536000, immutable'
// They name files of their own build: an old one would ask for what is no longer there. Their ETag spares the bytes.
const REVALIDATED = 'no-cache'
/** Of the widget: they run in the page of a site. */
const PAGE_SCRIPT = /\/assets\/widget\/(?:host|loader-[a-z]+)-[\w-]+\.js/
const NO_PAGES = /^\/(api|assets|files|widget|socket|stream|poll|commands|metrics)\b/

type Options = { app: FastifyInstance; origins: Origins; framing: Framing; frontEnd?: FrontEnd | undefined }
/** Who may hold the frame of a channel; undefined: every page. */
type Framing = (channel: unknown) => Promise<string | undefined>

/** The built files of widget and console. A server without them (in tests of the server alone) serves no pages. */
export async function serveFrontEnd({ app, origins, framing, frontEnd = BUILT }: Options): Promise<void> {
  if (!existsSync(frontEnd.widget) || !existsSync(frontEnd.console)) {
    app.setNotFoundHandler((_request, reply) => reply.status(404).send({ refused: 'not-found' }))
    return
  }
  // What is sent from outside those folders says for itself how long it is good.
  const immutable = {
    setHeaders: (reply: FastifyReply, path: string) => {
      if (path.includes('/assets/')) void reply.header('cache-control', IMMUTABLE)
      if (PAGE_SCRIPT.test(path)) void reply.headers(FOR_EVERY_SITE)
    },
  }
  await app.register(fastifyStatic, {
    root: `${frontEnd.widget}assets/widget`,
    prefix: '/assets/widget/',
    preCompressed: true,
    cacheControl: false,
    ...immutable,
  })
  await app.register(fastifyStatic, {
    root: `${frontEnd.console}assets/console`,
    prefix: '/assets/console/',
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    ...immutable,
  })
  app.get('/portico.js', (_request, reply) =>
    reply
      .header('cache-control', REVALIDATED)
      .headers(FOR_EVERY_SITE)
      .type('text/javascript; charset=utf-8')
      .sendFile('portico.js', frontEnd.widget, { cacheControl: false }),
  )
  // Whole each time: a page that is kept would keep the policy it came with.
  app.get<{ Querystring: { channel?: unknown } }>('/frame', async (request, reply) => {
    const policy = contentPolicy({
      own: origins.ownOf(request.raw),
      frameAncestors: await framing(request.query.channel),
    })
    return reply
      .header('cache-control', REVALIDATED)
      .header('content-security-policy', policy)
      .sendFile('frame.html', frontEnd.widget, { cacheControl: false, etag: false, lastModified: false })
  })
  app.get('/preview', (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('preview.html', frontEnd.widget, { cacheControl: false }),
  )
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || NO_PAGES.test(request.url)) return reply.status(404).send({ refused: 'not-found' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html', frontEnd.console, { cacheControl: false })
  })
}
