// Names and connections are a table here; everything between them is the real thing.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { handClock } from '@portico/testkit/clock'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Dialled, Network } from './network.ts'
import { openOutbound, OUTBOUND_BYTES_MAX, OUTBOUND_MS_MAX, type OutboundRequest } from './outbound.ts'

const OUTSIDE = '93.184.216.34'
const OTHER = '1.1.1.1'

let answer: (request: IncomingMessage, response: ServerResponse) => void
const server = createServer((request, response) => answer(request, response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())

let names: Record<string, readonly string[]>
let dialled: Pick<Dialled, 'address' | 'port' | 'host'>[]
let resolved: string[]
beforeEach(() => {
  names = { 'shop.example': [OUTSIDE], 'other.example': [OTHER] }
  dialled = []
  resolved = []
  answer = (_request, response) => response.end('Olá')
})

const network: Network = {
  resolve: async (host) => {
    resolved.push(host)
    return names[host] ?? []
  },
  dial: async ({ address, port, host }) => {
    dialled.push({ address, port, host })
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1') // it listens on a port
    socket.on('error', () => {})
    return socket
  },
}
const clock = handClock()
const ask = (request: OutboundRequest | string) =>
  openOutbound({ clock, network })(typeof request === 'string' ? { url: request } : request)

test('[OB1] who is on the public internet is asked, by the address that was looked at', async () => {
  let host: string | undefined
  answer = (request, response) => {
    host = request.headers.host
    response.writeHead(201, { 'x-shop': 'yes' }).end('Olá')
  }
  const answered = await ask('http://shop.example/menu?day=1')
  expect(answered).toMatchObject({ state: 'answered', status: 201, headers: { 'x-shop': 'yes' } })
  expect(answered.state === 'answered' && answered.body.toString()).toBe('Olá')
  expect(dialled).toEqual([{ address: OUTSIDE, port: 80, host: 'shop.example' }])
  expect([host, resolved]).toEqual(['shop.example', ['shop.example']])
})

const LITERALS = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://①②⑦.⓪.⓪.①/',
  'http://%31%32%37.0.0.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'https://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://10.0.0.1:8080/',
  'http://192.168.1.1/',
  'http://172.16.0.1/',
  'http://100.100.100.200/',
]
test.for(LITERALS)('[OB2] %s is not asked', async (url) => {
  expect(await ask(url)).toEqual({ state: 'refused', why: 'not-public' })
  expect([dialled, resolved]).toEqual([[], []])
})

test.for([
  ['one inside', ['10.0.0.1']],
  ['one outside and one inside', [OUTSIDE, '127.0.0.1']],
  ['one outside and one that is translated inside', [OUTSIDE, '64:ff9b::7f00:1']],
  ['the metadata of a cloud', ['169.254.169.254']],
  ['this machine', ['::1', '127.0.0.1']],
] as const)('[OB2] a name that stands for %s is not asked', async ([, addresses]) => {
  names['shop.example'] = addresses
  expect(await ask('https://shop.example/')).toEqual({ state: 'refused', why: 'not-public' })
  expect(dialled).toEqual([])
})

test('[OB3] a name that changes between the look and the connection changes nothing', async () => {
  const rebinding: Network = {
    ...network,
    resolve: async (host) => {
      resolved.push(host)
      return resolved.length === 1 ? [OUTSIDE] : ['127.0.0.1']
    },
  }
  const outbound = openOutbound({ clock, network: rebinding })
  expect(await outbound({ url: 'http://shop.example/' })).toMatchObject({ state: 'answered' })
  expect([resolved, dialled]).toEqual([['shop.example'], [{ address: OUTSIDE, port: 80, host: 'shop.example' }]])
})

test.for([
  ['ftp://shop.example/', 'not-http'],
  ['file:///etc/passwd', 'not-http'],
  ['gopher://shop.example/', 'not-http'],
  ['javascript:alert(1)', 'not-http'],
  ['shop.example', 'not-an-address'],
  ['http://', 'not-an-address'],
  ['http://[::1', 'not-an-address'],
  [`http://shop.example/${'x'.repeat(2000)}`, 'not-an-address'],
  ['http://ann:secret@shop.example/', 'credentials'],
  ['http://shop.example:22/', 'port'],
  ['http://shop.example:25/', 'port'],
  ['http://shop.example:0/', 'port'],
  ['http://shop.example:6379/', 'port'],
  ['https://shop.example:5432/', 'port'],
] as const)('[OB4] %s is refused: %s', async ([url, why]) => {
  expect(await ask(url)).toEqual({ state: 'refused', why })
  expect(resolved).toEqual([])
})

test.for(['http://127.0.0.1/', 'http://inside.example/', 'http://[::ffff:10.0.0.1]/', 'http://2130706433/'])(
  '[OB5] a redirect to %s is not followed',
  async (location) => {
    names['inside.example'] = ['192.168.0.1']
    answer = (_request, response) => response.writeHead(302, { location }).end()
    expect(await ask('http://shop.example/')).toEqual({ state: 'refused', why: 'not-public' })
    expect(dialled).toHaveLength(1)
  },
)

test('[OB5] three redirects are followed, each looked at anew; what was said to one host is not said to the next', async () => {
  const heard: (string | undefined)[] = []
  answer = (request, response) => {
    heard.push(`${request.headers.host} ${request.headers['authorization'] ?? '-'}`)
    const next = ['http://shop.example/b', 'http://other.example/c', '/d'][heard.length - 1]
    if (next) response.writeHead(307, { location: next }).end()
    else response.end('here')
  }
  const answered = await ask({ url: 'http://shop.example/a', headers: { authorization: 'secret' } })
  expect(answered).toMatchObject({ state: 'answered', url: 'http://other.example/d' })
  expect(heard).toEqual(['shop.example secret', 'shop.example secret', 'other.example -', 'other.example -'])
  answer = (_request, response) => response.writeHead(302, { location: '/again' }).end()
  expect(await ask('http://shop.example/')).toEqual({ state: 'refused', why: 'redirects' })
})

test('[OB5] what is sent is not sent on, and nothing goes from https to http', async () => {
  answer = (_request, response) => response.writeHead(307, { location: 'http://other.example/' }).end()
  expect(await ask({ url: 'http://shop.example/', method: 'POST', body: '{}' })).toMatchObject({ state: 'answered', status: 307 })
  expect(dialled).toHaveLength(1)
  expect(await ask('https://shop.example/')).toEqual({ state: 'refused', why: 'insecure' })
})

test('[OB6] an answer has its limits in bytes and in time', async () => {
  answer = (_request, response) => response.end(Buffer.alloc(OUTBOUND_BYTES_MAX))
  expect(await ask('http://shop.example/')).toMatchObject({ state: 'answered' })
  answer = (_request, response) => response.end(Buffer.alloc(OUTBOUND_BYTES_MAX + 1))
  expect(await ask('http://shop.example/')).toEqual({ state: 'refused', why: 'too-large' })
  const asked = Promise.withResolvers<void>()
  const left = Promise.withResolvers<void>()
  answer = (request, response) => {
    response.write('and')
    request.once('close', left.resolve)
    asked.resolve()
  }
  const never = ask('http://shop.example/')
  await asked.promise
  await clock.move(OUTBOUND_MS_MAX)
  expect(await never).toEqual({ state: 'failed', why: 'late' })
  await left.promise
})

test('[OB6] so have names and connections that never come to anything', async () => {
  const silent: Network[] = [
    { ...network, resolve: () => new Promise(() => {}) },
    { ...network, dial: () => new Promise(() => {}) },
  ]
  for (const each of silent) {
    const never = openOutbound({ clock, network: each })({ url: 'http://shop.example/' })
    await clock.move(OUTBOUND_MS_MAX)
    expect(await never).toEqual({ state: 'failed', why: 'late' })
  }
})

test('[OB7] who is not there may be there another time', async () => {
  expect(await ask('http://nowhere.example/')).toEqual({ state: 'failed', why: 'unknown-host' })
  const tried: string[] = []
  const nobody: Network = {
    ...network,
    resolve: async () => [OUTSIDE, OTHER],
    dial: async ({ address }) => {
      tried.push(address)
      throw new Error('ECONNREFUSED')
    },
  }
  expect(await openOutbound({ clock, network: nobody })({ url: 'http://shop.example/' })).toEqual({
    state: 'failed',
    why: 'unreachable',
  })
  expect(tried).toEqual([OUTSIDE, OTHER])
  answer = (request) => request.socket.destroy()
  expect(await ask('http://shop.example/')).toEqual({ state: 'failed', why: 'unreachable' })
})
