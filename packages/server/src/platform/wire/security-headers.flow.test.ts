// What every kind of answer lets a browser do.
import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { operatorHello } from '@portico/testkit/raw-socket'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../testing-table.ts'

const ANSWERS = rowsOf(`
                                          status  for         framed   kept
GET /inbox                                200     same-origin 'self'   no-cache
GET /preview                              200     same-origin 'self'   no-cache
GET /frame?channel=main                   200     every-site  anywhere no-cache
GET /portico.js                           200     every-site  'self'   no-cache
GET /assets/widget/host-Ab_1-2.js         200     every-site  'self'   immutable
GET /assets/widget/loader-beside-Ab_1.js  200     every-site  'self'   immutable
GET /assets/widget/frame-Ab.js            200     same-origin 'self'   immutable
GET /assets/console/index-Ab.js           200     same-origin 'self'   immutable
GET /assets/widget/none.js                404     same-origin 'self'   -
GET /widget/main/config.json              200     every-site  'self'   private
GET /widget/none/config.json              404     every-site  'self'   private
GET /api/start                            200     same-origin 'self'   no-store
GET /api/sessions                         401     same-origin 'self'   no-store
GET /api/none                             404     same-origin 'self'   -
GET /metrics                              401     same-origin 'self'   -
GET /%ZZ                                  400     same-origin 'self'   -
PUT /inbox                                404     same-origin 'self'   -
POST /commands                            401     same-origin 'self'   -
POST /poll                                200     same-origin 'self'   no-store
POST /stream                              200     same-origin 'self'   no-store
POST /stream of nothing                   400     same-origin 'self'   -
POST /api/session that is too long        413     same-origin 'self'   -
POST /api/session from elsewhere          403     same-origin 'self'   -
GET /inbox of another host                421     same-origin 'self'   -
GET /inbox of no host                     400     same-origin 'self'   -
GET /socket of another host               421     same-origin 'self'   -
GET /socket from elsewhere                403     same-origin 'self'   -
`)
const HOST = 'chat.example.org'

let site: Site
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portico-front-end-'))
  const assets = ['host-Ab_1-2.js', 'loader-beside-Ab_1.js', 'frame-Ab.js'].map((name) => `assets/widget/${name}`)
  for (const file of ['frame.html', 'portico.js', 'preview.html', ...assets]) put(join('widget', file))
  for (const file of ['index.html', 'assets/console/index-Ab.js']) put(join('console', file))
  const frontEnd = { widget: join(folder, 'widget/'), console: join(folder, 'console/') }
  site = await openSite(await newSqlite(), { frontEnd, publicUrl: `https://${HOST}` })
})
afterAll(async () => {
  await closeSound(site)
  rmSync(folder, { recursive: true })
})

test.for(ANSWERS)('[WR97] $label: for whom it is, who may frame it, how long it is kept', async ({ label, cells }) => {
  const { status, headers } = await ask(label)
  const frame = /frame-ancestors (\S+)/.exec(policyOf(headers))?.[1]
  const kept = headers.get('cache-control') ?? '-'
  expect({
    status: String(status),
    for: headers.get('cross-origin-resource-policy')?.replace('cross-origin', 'every-site'),
    framed: frame ?? 'anywhere',
    kept: /immutable|private|\bno-\w+|^-$/.exec(kept)?.[0],
  }).toEqual(cells)
  expect(Object.fromEntries([...headers].filter(([name]) => name in ALWAYS))).toEqual(ALWAYS)
  expect(headers.get('permissions-policy')).toMatch(/^(?:[a-z-]+=\(\)(?:, |$))+$/)
  expect(policyOf(headers)).toContain(`default-src 'self'; connect-src 'self' wss://${HOST};`)
  expect(headers.get('content-type')).toMatch(/^(?:text\/[a-z-]+|application\/(?:json|javascript)); charset=utf-8$/)
})

test('[SE20] of what stands in the page of the frame runs what came with it, by its hash, and nothing else that is inline', async () => {
  const { headers } = await ask('GET /frame?channel=main')
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  expect(policyOf(headers)).toContain(`; script-src 'self' ${hash('run()')}; style-src 'self' ${hash('p{}')};`)
  expect(policyOf((await ask('GET /inbox')).headers)).not.toMatch(/script-src|style-src|unsafe/)
})

test('[WG90] the page of the console names its files from where the browser stands', async () => {
  const page = async (path: string) => (await fetch(site.url + path)).text()
  expect(await page('/inbox')).toContain('"./assets/console/index-Ab.js"')
  expect(await page('/settings/channels?next=/a/b')).toContain('"../assets/console/index-Ab.js"')
  expect(await page(`/inbox${'/x'.repeat(500)}`)).toContain(`"${'../'.repeat(8)}assets/console/index-Ab.js"`)
})

test('[WG68] any page may import what continues the loader, and one that isolates itself may hold the frame', async () => {
  const said = async (path: string, name: string) => (await ask(`GET ${path}`)).headers.get(name)
  expect(await said('/assets/widget/host-Ab_1-2.js', 'access-control-allow-origin')).toBe('*')
  expect(await said('/assets/widget/loader-beside-Ab_1.js', 'access-control-allow-origin')).toBe('*')
  expect(await said('/assets/widget/frame-Ab.js', 'access-control-allow-origin')).toBeNull()
  expect(await said('/frame?channel=main', 'cross-origin-embedder-policy')).toBe('require-corp')
})

test('[WR97] over plain http nothing is said of https, and sockets go to the host that was asked', async () => {
  const { headers } = await fetch(`${site.url}/api/start`)
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(policyOf(headers)).toContain(`connect-src 'self' ${site.url.replace('http', 'ws')};`)
})

const ALWAYS = {
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
}
const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

type Answered = { status: number; headers: Headers }

/** fetch() would not say another Host than the one it connects to. */
function ask(label: string): Promise<Answered> {
  const [method = '', path = ''] = label.split(' ')
  const body = bodyOf(label, path)
  const host = label.endsWith('of another host') ? 'evil.example' : label.endsWith('of no host') ? 'a;b' : HOST
  const headers = {
    host,
    'x-forwarded-for': '203.0.113.7',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(path === '/socket' && { connection: 'upgrade', upgrade: 'websocket' }),
    ...(label.endsWith('from elsewhere') && { origin: 'https://evil.example' }),
  }
  return new Promise((resolve, reject) => {
    const asking = request(site.url, { method, path, headers }, (response) => {
      const heard = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)])
      resolve({ status: response.statusCode ?? 0, headers: new Headers(heard) })
      response.destroy()
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

function bodyOf(label: string, path: string): string | undefined {
  if (label.endsWith('too long')) return 'x'.repeat(70_000)
  if (label.endsWith('of nothing')) return '{}'
  if (path === '/stream' || path === '/poll') return JSON.stringify(operatorHello())
  return label.startsWith('POST') ? '{}' : undefined
}

const TEXTS: Record<string, string> = {
  'widget/frame.html': '<style>p{}</style><script type="module">run()</script>',
  'console/index.html': '<script type="module" src="./assets/console/index-Ab.js"></script>',
}

function put(file: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), TEXTS[file] ?? file)
}
