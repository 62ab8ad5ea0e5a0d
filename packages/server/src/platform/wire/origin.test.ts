import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { parseProxies } from './address.ts'
import { origins } from './origin.ts'

const PUBLIC = 'https://chat.example.org'
const trusted = parseProxies('10.0.0.0/8')
const known = origins({ trusted, publicUrl: PUBLIC })
const below = origins({ trusted, publicUrl: 'https://chat.example.org/help' })
const unknown = origins({ trusted })

type Asked = Partial<Record<'host' | 'origin' | 'proto' | 'from' | 'peer' | 'url', string | undefined>>
const asked = ({ host, origin, proto, from, peer = '10.0.0.1', url = '/inbox' }: Asked) =>
  ({
    headers: { host, origin, 'x-forwarded-proto': proto, 'x-forwarded-for': from },
    socket: { remoteAddress: peer },
    url,
  }) as unknown as IncomingMessage // all that is read of it
const visitor = { from: '203.0.113.7', proto: 'https' }

test.for([
  ['chat.example.org', undefined],
  ['CHAT.example.org:443', undefined],
  ['localhost:4400', undefined],
  ['127.0.0.1:4400', undefined],
  ['evil.example', 421],
  ['chat.example.org.', 421],
  ['chat.example.org:8443', 421],
  ['10.0.0.5:4400', 421],
  ['localhost.evil.example', 421],
  ['chat.example.org;evil', 400],
  [undefined, 421],
] as const)('[WR94] with PORTICO_URL the host %s is answered %s', ([host, status]) => {
  const turnedAway = known.turnAway(asked({ ...visitor, host }), 'safely')
  expect(turnedAway?.status).toBe(status)
  if (status === 421) expect(turnedAway?.body.detail).toMatch(/https:\/\/chat\.example\.org.*PORTICO_URL/)
})

test('[WR94] whoever reads the metrics of this very node asks by its address', () => {
  expect(known.turnAway(asked({ host: '10.0.0.5:4400', url: '/metrics?x=1' }), 'safely')).toBeUndefined()
  expect(known.turnAway(asked({ host: '10.0.0.5:4400', url: '/metrics/x' }), 'safely')?.status).toBe(421)
})

test.for([
  [PUBLIC, undefined],
  ['http://chat.example.org', 403],
  ['https://chat.example.org:8443', 403],
  ['https://evil.example', 403],
  ['null', 403],
  ['', 403],
  [undefined, undefined],
] as const)('[WR4] with PORTICO_URL the origin %s is answered %s', ([origin, status]) => {
  expect(known.turnAway(asked({ ...visitor, host: 'chat.example.org', origin }), 'unsafely')?.status).toBe(status)
  // A proxy that does not pass Host on calls the server by what it is to the proxy.
  expect(known.turnAway(asked({ ...visitor, host: '127.0.0.1:4400', origin }), 'unsafely')?.status).toBe(status)
})

test.for([
  ['https', 'https://shop.example', undefined],
  ['https', 'http://shop.example', 403],
  ['http', 'https://shop.example', 403],
  ['http', 'http://shop.example', undefined],
  ['http', 'http://shop.example:8080', 403],
  ['http', 'null', 403],
] as const)('[WR4] without it the origin has scheme and port of the request: by %s, %s', ([proto, origin, status]) => {
  const refused = unknown.turnAway(asked({ ...visitor, proto, host: 'shop.example', origin }), 'unsafely')
  expect(refused?.status).toBe(status)
  if (refused) expect(refused.body.detail).toContain('PORTICO_URL')
})

test('[WR94][WR4][WR95] below a path of its host the origin is the same, and links begin with the whole', () => {
  const own = { ...visitor, host: 'chat.example.org', origin: PUBLIC }
  expect(below.turnAway(asked(own), 'unsafely')).toBeUndefined()
  expect(below.turnAway(asked({ ...own, origin: 'https://evil.example' }), 'unsafely')?.status).toBe(403)
  expect([below.ownOf(asked(own)), below.linksOf(asked(own))]).toEqual([PUBLIC, `${PUBLIC}/help`])
})

test('[WR4] what changes nothing may be asked for from anywhere', () => {
  expect(known.turnAway(asked({ host: 'chat.example.org', origin: 'https://evil.example' }), 'safely')).toBeUndefined()
})

test.for([
  [{ host: 'evil.example', ...visitor }, PUBLIC, undefined],
  [{ host: 'localhost:4400' }, PUBLIC, 'http://localhost:4400'],
  [{ host: '192.168.1.5:4400' }, PUBLIC, 'http://192.168.1.5:4400'],
  [{ host: 'chat.internal', ...visitor }, PUBLIC, 'https://chat.internal'],
  [{ host: '203.0.113.7:4400' }, PUBLIC, undefined],
  [{ host: undefined }, PUBLIC, undefined],
] as const)(
  '[WR95] links begin with PORTICO_URL; without it loopback and private hosts make some: %o',
  ([request, url, made]) => {
    expect(known.linksOf(asked(request))).toBe(url)
    expect(unknown.linksOf(asked(request))).toBe(made)
  },
)

test('[WR96] a server that is reached over https is secure for everybody but the machine itself', () => {
  expect(known.isSecure(asked({ host: 'chat.example.org', peer: '198.51.100.1' }))).toBe(true)
  expect(known.isSecure(asked({ host: '127.0.0.1:4400', peer: '127.0.0.1', from: '203.0.113.7' }))).toBe(true)
  expect(known.isSecure(asked({ host: '127.0.0.1:4400', peer: '127.0.0.1' }))).toBe(false)
  expect(known.ownOf(asked({ host: '127.0.0.1:4400', peer: '127.0.0.1' }))).toBe('http://127.0.0.1:4400')
  expect(unknown.isSecure(asked({ host: 'chat.example.org', peer: '198.51.100.1', proto: 'https' }))).toBe(false)
})
