// Every route of the server, asked in every wrong way by its owner, whom nothing else would stop.
import { createHash } from 'node:crypto'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { operatorHello } from '@portico/testkit/raw-socket'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { capabilities } from '../../registry.ts'
import { merged } from '../../testing-matrix.ts'
import { routesOf } from '../registry.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const WRONG = [null, 7, true, 'x'.repeat(5000), '', '\0', '\ud800', [], [[]], {}, { length: 1 }, -1, 1e308]
const INSIDE = /node_modules|\.ts:\d|at \w+ \(|sqlite|postgres|constraint|SELECT/i

const BODIES: Record<string, object> = {
  ...Object.fromEntries(Object.entries(merged('bodies')).flatMap(([route, { fits }]) => (fits ? [[route, fits]] : []))),
  'POST /commands': { commands: [], fleeting: [] },
  'POST /poll': operatorHello(),
  'POST /stream': operatorHello(),
}
const routes = await routesOf(capabilities)
const ROUTES = [...routes.map(({ method, path }) => `${method} ${path}`), 'POST /commands', 'POST /poll', 'POST /stream']

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let vera: VisitorCaller
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    vera = await cast.newVisitor()
  })
  afterAll(() => closeSound(site))

  test('[WR16] every route that takes a body is tried with one', () => {
    const withBody = routes.filter(({ body }) => body).map(({ method, path }) => `${method} ${path}`)
    expect(Object.keys(BODIES)).toEqual(expect.arrayContaining(withBody))
  })

  test.for(Object.entries(BODIES))('[WR16] %s: a wrong type in any place, and a place left out', async ([route, body]) => {
    for (const key of Object.keys(body)) {
      for (const value of [...WRONG, undefined]) {
        const { status, refused } = await ask(route, JSON.stringify({ ...body, [key]: value }))
        if (isSound(key, value) || (isToken(route, key) && typeof value === 'string')) continue
        expect([key, value, status, refused]).toEqual([key, value, 400, 'invalid'])
      }
    }
  })

  test.for(Object.entries(BODIES))('[WR16] %s: what is no JSON, or not what was asked for', async ([route, body]) => {
    for (const said of [
      '',
      '{',
      '[]',
      'null',
      '1',
      '"a"',
      '{"a":1',
      '['.repeat(30_000),
      '{"__proto__":{"admin":1}}',
      '\0',
      '\ufeff{}',
    ]) {
      expect([said.slice(0, 20), (await ask(route, said)).status]).toEqual([said.slice(0, 20), 400])
    }
    expect(await ask(route, JSON.stringify({ ...body, filling: 'x'.repeat(65_536) }))).toMatchObject({
      status: 413,
      refused: 'invalid',
    })
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'application/xml',
      'nonsense',
    ]) {
      const { status, refused } = await ask(route, JSON.stringify(body), { 'content-type': type })
      expect([type, status === 400 || status === 415, refused]).toEqual([type, true, 'invalid'])
    }
    expect((await ask(route, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400)
  })

  test.for(Object.entries(BODIES))('[WR16] %s: unknown fields are passed over', async ([route, body]) => {
    const plain = await ask(route, JSON.stringify(body))
    const more = { ...body, role: 'role' in body ? body.role : 'owner', isAdmin: true, nested: { a: [1] }, toString: 'x' }
    expect((await ask(route, JSON.stringify(more))).status).toBe(plain.status)
  })

  test.for(ROUTES)('[WR16] %s: another method is refused', async (route) => {
    const [own = '', path = ''] = route.split(' ')
    for (const method of METHODS) {
      const shared = ROUTES.some((each) => each === `${method} ${path}` || (method === 'HEAD' && each === `GET ${path}`))
      if (method === own || shared) continue
      const { status, refused } = await ask(`${method} ${path}`, method === 'GET' || method === 'HEAD' ? undefined : '{}')
      expect([method, status]).toEqual([method, 404])
      if (method !== 'HEAD') expect(refused).toBe('not-found')
    }
  })

  test('[WR16] odd addresses are refused', async () => {
    const odd = [
      '/api/nothing',
      '/api/',
      '/api/conversations/%00/lines',
      '/api/conversations/..%2f..%2fetc/lines',
      `/api/conversations/${'x'.repeat(5000)}/lines`,
      `/api/conversations/${newId()}/lines?before=-1`,
      `/api/conversations/${newId()}/lines?before=99999999999999999999`,
      `/api/conversations/${newId()}/lines?limit=0`,
      `/api/conversations/${newId()}/lines?limit=1e9`,
      '/api/conversations?list=everything',
      '/api/conversations?list=mine&list=team',
      '/api/conversations?list=closed&before=now',
      '/api/conversations?list=closed&before=999999999999999.%00',
      '/api/conversations?list=closed&limit=NaN',
      '/api/conversations?__proto__=1&constructor=2',
      '/api/%zz',
      '/%ff%fe',
      '/widget/%00/config.json',
      '/widget/nothing/config.json',
      '/widget/a:b/config.json',
      '/assets/console/..%2f..%2f..%2fpackage.json',
      `/api/invitations/${'x'.repeat(8000)}`,
    ]
    for (const address of odd) {
      const { status, refused } = await ask(`GET ${address}`, undefined, {}, true)
      expect([address.slice(0, 60), status >= 400 && status < 500, typeof refused]).toEqual([
        address.slice(0, 60),
        true,
        'string',
      ])
    }
  })

  test('[WR16] the page of a chat before a line that is none, or somebody else’s', async () => {
    const [conversation, line] = [newId(), newId()]
    const opening = { type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }
    await ask('POST /commands', JSON.stringify({ commands: [{ id: newId(site.clock.now()), command: opening }] }), vera.headers)
    const page = (before: string) => ask(`GET /api/chats/${conversation}/lines?before=${before}`, undefined, vera.headers, true)
    expect((await page(line)).status).toBe(200)
    for (const before of ['%00', 'nothing', newId(), '%ed%a0%80', 'a:b', '%f0%9f%98%80'])
      expect((await page(before)).status).toBe(404)
  })

  /** Refused or not, the answer is quick, carries a code and shows nothing of the inside. */
  async function ask(route: string, body?: string | Buffer, headers: Record<string, string> = {}, asIs = false) {
    const [method = '', path = ''] = route.split(' ')
    const address = asIs ? path : path.replace(':id', newId()).replace(':channel', MAIN)
    const leaving = new AbortController()
    const response = await fetch(site.url + address, {
      method,
      headers: { 'content-type': 'application/json', ...cast.root.headers, 'x-forwarded-for': anybody(), ...headers },
      signal: leaving.signal,
      ...(body !== undefined && { body }),
    })
    const streams = response.headers.get('content-type')?.startsWith('text/event-stream')
    const text = streams ? '{}' : await response.text()
    if (streams) leaving.abort()
    expect(response.status).toBeLessThan(500)
    expect(text).not.toMatch(INSIDE)
    const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as { refused?: string } // the route's answer
    if (response.status >= 400 && method !== 'HEAD')
      expect([route.slice(0, 80), answer.refused]).toEqual([route.slice(0, 80), expect.any(String)])
    return { status: response.status, refused: answer.refused }
  }
})

/** Values that are wrong elsewhere, and right here. */
// Whatever stands in it is checked, and refused for what it is.
const isToken = (route: string, key: string) => route === 'POST /api/identify' && key === 'token'

function isSound(key: string, value: unknown): boolean {
  switch (key) {
    case 'epoch':
      return value === null || typeof value === 'string'
    case 'hours':
      return value === null // none of those that are kept
    case 'at':
      return value === 7 // an instant
    case 'zone':
      return value === '' // told as what is wrong with the hours
    case 'version':
      return value === 7 || value === -1
    case 'words':
      return value === '' // nobody is called so
    case 'fleeting':
      return value === undefined || Array.isArray(value) // what is none of them is passed over
    case 'channels':
    case 'commands':
    case 'days':
    case 'watch':
      return Array.isArray(value) && value.length === 0
    case 'email':
    case 'password':
    case 'current':
    case 'code':
      return value === ''
    default:
      return false
  }
}

let asked = 0
const anybody = () => `10.${[...createHash('sha256').update(String(asked++)).digest().subarray(0, 3)].join('.')}`
