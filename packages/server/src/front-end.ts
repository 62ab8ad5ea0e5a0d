import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
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
/** No address of the console has more parts. */
const DEPTH_MAX = 8
/** A page that shares no memory with other sites takes only frames that say the same of themselves. */
const IN_ISOLATED_PAGES = { ...FOR_EVERY_SITE, 'cross-origin-embedder-policy': 'require-corp' }
/** The loader imports them into pages of other origins. */
const IMPORTED = { ...FOR_EVERY_SITE, 'access-control-allow-origin': '*' }
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
      if (PAGE_SCRIPT.test(path)) void reply.headers(IMPORTED)
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
  const { inline, version } = inlineOf(readFileSync(`${frontEnd.widget}frame.html`, 'utf8'))
  app.get<{ Querystring: { channel?: unknown } }>('/frame', async (request, reply) => {
    const policy = contentPolicy({
      own: origins.ownOf(request.raw),
      frameAncestors: await framing(request.query.channel),
      inline,
    })
    // A page that is kept keeps the policy it came with: it is good for as long as both are the same.
    const etag = `W/"${version}-${hashOf(policy)}"`
    void reply
      .header('cache-control', REVALIDATED)
      .header('content-security-policy', policy)
      .header('etag', etag)
      .headers(IN_ISOLATED_PAGES)
    if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).send()
    return reply.sendFile('frame.html', frontEnd.widget, { cacheControl: false, etag: false, lastModified: false })
  })
  app.get('/preview', (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('preview.html', frontEnd.widget, { cacheControl: false }),
  )
  const consolePage = readFileSync(`${frontEnd.console}index.html`, 'utf8')
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || NO_PAGES.test(request.url)) return reply.status(404).send({ refused: 'not-found' })
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(pageAt(request.url, consolePage))
  })
}

/** The console has one page for all its addresses. It names its files from where the browser stands: a proxy may have put more before that. */
function pageAt(url: string, page: string): string {
  const depth = (url.split('?', 1)[0] ?? '').split('/').length - 2
  return depth > 0 ? page.replaceAll('"./', `"${'../'.repeat(Math.min(depth, DEPTH_MAX))}`) : page
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** The frame comes in one flight, its script and its style within; a policy names them by what they are. */
function inlineOf(page: string) {
  const hashes = (element: string) =>
    [...page.matchAll(new RegExp(`<${element}\\b[^>]*>([^]*?)</${element}>`, 'g'))].map(
      ([, text = '']) => `'sha256-${hashOf(text)}'`,
    )
  return { inline: { script: hashes('script'), style: hashes('style') }, version: hashOf(page) }
}
