// What a page of somebody else's can make a visitor's or an operator's browser do: nothing. And what cookies it carries.
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Start } from '@portico/protocol/auth'
import { CLOSE } from '@portico/protocol/close-codes'
import { openCast, type Cast } from '@portico/testkit/cast'
import { knock, openRawSocket, operatorHello } from '@portico/testkit/raw-socket'
import { PASSWORD } from '@portico/testkit/account'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capabilities } from '../../registry.ts'
import { routesOf } from '../registry.ts'

const UNSAFE = [
  ...(await routesOf(capabilities)).filter(({ method }) => method !== 'GET').map(({ method, path }) => [method, path] as const),
  ['POST', '/commands'] as const,
  ['POST', '/stream'] as const,
  ['POST', '/poll'] as const,
]
const signIn = { email: 'ann@example.org', password: PASSWORD }

describe('behind a proxy that is trusted', () => {
  let site: Site
  let cast: Cast
  let own: string
  const unreadable: string[] = []
  beforeAll(async () => {
    site = await openSite(await newSqlite(), { onUnreadableHop: (written) => unreadable.push(written) })
    cast = await openCast(site)
    own = site.url
  })
  afterAll(() => closeSound(site))

  const FOREIGN = ['https://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'file://', 'not an origin']

  test('[WR4] the page of another site opens no socket', async () => {
    for (const origin of FOREIGN) expect([origin, await knock(site.url, { ...cast.ann.headers, origin })]).toEqual([origin, 403])
    expect(await knock(site.url, { ...cast.ann.headers, origin: own })).toBe(101)
    expect(await knock(site.url, cast.ann.headers)).toBe(101)
  })

  test.for(UNSAFE)('[WR4] the page of another site asks for nothing by %s %s', async ([method, path]) => {
    for (const origin of FOREIGN) {
      const response = await fetch(site.url + path, {
        method,
        headers: { ...cast.ann.headers, 'content-type': 'application/json', origin },
        ...(method === 'POST' && { body: JSON.stringify(path === '/commands' ? { commands: [] } : operatorHello()) }),
      })
      expect([origin, response.status, ((await response.json()) as { refused: string }).refused]).toEqual([
        origin,
        403,
        'forbidden',
      ])
    }
    expect((await fetch(`${site.url}/api/sessions`, { headers: cast.ann.headers })).status).toBe(200)
  })

  test('[WR4] a form of another site, which needs no leave to send, is refused', async () => {
    const form = new URLSearchParams(signIn)
    const response = await fetch(`${site.url}/api/session`, {
      method: 'POST',
      body: form,
      headers: { origin: 'https://evil.example' },
    })
    expect([403, 415]).toContain(response.status)
    expect((await fetch(`${site.url}/api/session`, { method: 'POST', body: form })).status).toBe(415)
  })

  test('[WR4] what a page of another site may read is the widget’s configuration alone', async () => {
    const headers = { origin: 'https://shop.example' }
    const shared = await fetch(`${site.url}/widget/main/config.json`, { headers })
    expect(shared.headers.get('access-control-allow-origin')).toBe('*')
    for (const path of ['/api/start', '/api/sessions', '/api/conversations?list=mine']) {
      const response = await fetch(site.url + path, { headers: { ...headers, ...cast.ann.headers } })
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, null])
    }
  })

  test('[WR5] over https the cookie is bound to this very host; over http it has a plain name', async () => {
    const secure = await cookieOf({ 'x-forwarded-proto': 'https' })
    expect(secure).toMatch(/^__Host-portico=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/)
    const plain = await cookieOf({})
    expect(plain).toMatch(/^portico=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/)
    const statusWith = async (cookie: string, proto: string) => {
      const headers = { cookie: `other=1; ${cookie.split(';')[0]}; more=2`, 'x-forwarded-proto': proto }
      return (await fetch(`${site.url}/api/sessions`, { headers })).status
    }
    expect(await statusWith(secure, 'https')).toBe(200)
    expect(await statusWith(plain, 'http')).toBe(200)
    // What a sibling host or somebody on the way can plant, and what browsers never send over http.
    expect(await statusWith(plain, 'https')).toBe(401)
    expect(await statusWith(secure, 'http')).toBe(401)
  })

  test('[WR93] a socket and a command over https believe the bound cookie alone', async () => {
    for (const [proto, status] of [
      ['http', 200],
      ['https', 401],
    ] as const) {
      const headers = { ...cast.ann.headers, 'content-type': 'application/json', 'x-forwarded-proto': proto }
      const commands = await fetch(`${site.url}/commands`, { method: 'POST', headers, body: '{"commands":[]}' })
      expect([proto, commands.status]).toEqual([proto, status])
      const socket = await openRawSocket(site.url, { headers })
      socket.say(operatorHello())
      const heard = await Promise.race([socket.hears('welcome'), socket.ended])
      expect('code' in heard ? heard.code : 200).toBe(proto === 'http' ? 200 : CLOSE.token)
      socket.leave()
    }
  })

  test('[WR5] signing out takes the cookie back under the name it has', async () => {
    const cookie = (await cookieOf({ 'x-forwarded-proto': 'https' })).split(';')[0] ?? ''
    const response = await fetch(`${site.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie, 'x-forwarded-proto': 'https' },
    })
    expect(response.headers.getSetCookie()).toEqual(['__Host-portico=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0; Secure'])
    const headers = { cookie, 'x-forwarded-proto': 'https' }
    expect((await fetch(`${site.url}/api/sessions`, { headers })).status).toBe(401)
  })

  test('[WR6] behind a trusted proxy links say https', async () => {
    const invite = { role: 'operator', channels: [] }
    const response = await fetch(`${site.url}/api/invitations`, {
      method: 'POST',
      headers: {
        cookie: `__Host-${cast.root.headers.cookie ?? ''}`,
        'content-type': 'application/json',
        'x-forwarded-proto': 'https',
      },
      body: JSON.stringify(invite),
    })
    expect(((await response.json()) as { link: string }).link).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/join#token=/)
  })

  test('[WR94] a socket to another host is refused in words, as a request is', async () => {
    const known = await openSite(await newSqlite(), { publicUrl: 'https://chat.example.org' })
    expect(await knock(known.url, { host: 'evil.example' })).toBe(421)
    expect(await knock(known.url, { host: 'a;b' })).toBe(400)
    expect(await knock(known.url, { host: 'chat.example.org', origin: 'https://chat.example.org' })).toBe(101)
    expect(await knock(known.url, { host: 'chat.example.org', origin: 'http://chat.example.org' })).toBe(403)
    await closeSound(known)
  })

  test('[WR95] where nobody has said which address is ours no link is made, and the answer says what to set', async () => {
    const asked = (host: string) =>
      new Promise<string>((resolve, reject) => {
        const headers = { ...cast.root.headers, host, 'content-type': 'application/json' }
        const asking = request(`${site.url}/api/invitations`, { method: 'POST', headers }, (response) => {
          void text(response).then((body) => resolve(`${response.statusCode ?? 0} ${body}`))
        })
        asking.on('error', reject)
        asking.end(JSON.stringify({ role: 'operator', channels: [] }))
      })
    expect(await asked('chat.example.org')).toMatch(/^409 .*no-public-url.*PORTICO_URL/)
    expect(await asked('192.168.1.5:4400')).toMatch(/^200 .*http:\/\/192\.168\.1\.5:4400\/join#token=/)
  })

  test('[WR91] what a trusted proxy writes that is no address is told once, and counts for the proxy', async () => {
    for (const written of ['unknown', '_hidden', 'unknown:1'])
      await fetch(`${site.url}/api/start`, { headers: { 'x-forwarded-for': written } })
    await knock(site.url, { 'x-forwarded-for': 'socket' })
    expect(unreadable).toEqual(['unknown'])
  })

  test('[WR8] of a trusted proxy nobody is warned', async () => {
    expect(await untrustedProxyFor(site, { ...cast.root.headers, 'x-forwarded-for': '203.0.113.9' })).toBeNull()
  })

  async function cookieOf(headers: Record<string, string>): Promise<string> {
    const response = await fetch(`${site.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(signIn),
    })
    expect(response.status).toBe(200)
    return response.headers.getSetCookie()[0] ?? ''
  }
})

describe('without a trusted proxy', () => {
  let site: Site
  let cast: Cast
  const told: string[] = []
  beforeAll(async () => {
    const onUntrustedProxy = (address: string) => told.push(address)
    site = await openSite(await newSqlite(), { trusted: '10.0.0.0/8', onUntrustedProxy })
    cast = await openCast(site)
  })
  afterAll(() => closeSound(site))

  test('[WR6] forwarded headers say nothing: neither who comes nor how', async () => {
    const asked = (address: string, password: string) =>
      fetch(`${site.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address, 'x-forwarded-proto': 'https' },
        body: JSON.stringify({ ...signIn, password }),
      })
    expect((await asked('10.1.1.1', PASSWORD)).headers.getSetCookie()[0]).toMatch(/^portico=/)
    for (let i = 0; i < 5; i++) await asked(`10.1.1.${i}`, 'wrong')
    expect((await asked('10.1.1.9', PASSWORD)).status).toBe(429)
  })

  test('[WR8] whoever runs it is told of the proxy once, and administrators who come by it each time', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' }
    const seenBy = (headers: Record<string, string>) => untrustedProxyFor(site, headers)
    expect(await seenBy({ ...cast.root.headers, ...forwarded })).toBe('127.0.0.1')
    expect(await seenBy({ ...cast.ada.headers, ...forwarded })).toBe('127.0.0.1')
    expect(await seenBy({ ...cast.ann.headers, ...forwarded })).toBeNull()
    expect(await seenBy(forwarded)).toBeNull()
    expect(await seenBy(cast.root.headers)).toBeNull()
    expect(told).toEqual(['127.0.0.1'])
  })
})

async function untrustedProxyFor(site: Site, headers: Record<string, string>): Promise<string | null> {
  const start = (await (await fetch(`${site.url}/api/start`, { headers })).json()) as Start // the route's answer
  return start.untrustedProxy
}
