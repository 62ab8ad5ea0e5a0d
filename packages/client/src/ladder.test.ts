import { expect, test } from 'vitest'
import { snapshotOf, tab, vera, visitorView, welcomed, welcomeVera, type Tab } from './testing/people.ts'

const own = `visitor:${vera}` as const

test('[CL10] a socket that does not open in 2.5 s is replaced by the stream', async () => {
  const page = tab()
  const live = page.openVera()
  await page.clock.advance(2499)
  expect(page.net.requests).toHaveLength(0)
  await page.clock.advance(1)
  const stream = page.net.request('/stream')
  expect(stream.hello()).toMatchObject({
    type: 'hello',
    as: { kind: 'visitor', token: 'v'.repeat(43), channel: 'sales' },
    watch: [],
  })
  stream.stream()
  stream.hear(welcomeVera(), ...snapshotOf(own, visitorView, 3))
  await page.clock.advance(0)
  expect(live.link()).toEqual({ state: 'online', over: 'stream' })
  expect(live.view(own)).toEqual(visitorView)
})

test('[CL10] a socket that fails at once, or whose address the page forbids, costs no wait', async () => {
  const refused = tab()
  refused.openVera()
  refused.net.socket().drop()
  await refused.clock.advance(0)
  expect(refused.net.requestsTo('/stream')).toHaveLength(1)

  const forbidden = tab()
  forbidden.net.network.openSocket = () => {
    throw new Error('content security policy')
  }
  forbidden.openVera()
  await forbidden.clock.advance(0)
  expect(forbidden.net.requestsTo('/stream')).toHaveLength(1)
})

test('[CL10][P18] where sockets hang and streams are held back, the long poll has been asked within 5 s', async () => {
  const page = tab()
  const live = page.openVera()
  await page.clock.advance(2500)
  page.net.request('/stream').stream('')
  await page.clock.advance(2399)
  expect(page.net.requestsTo('/poll')).toHaveLength(0)
  await page.clock.advance(101)
  expect(page.net.request('/stream').aborted()).toBe(true)
  page.net.request('/poll').answer({ frames: [welcomeVera(), ...snapshotOf(own, visitorView, 3)] })
  await page.clock.advance(0)
  expect(live.link()).toEqual({ state: 'online', over: 'poll' })
  expect(live.view(own)).toEqual(visitorView)
})

test('[CL10] when nothing answers at all it waits, and begins with the socket again', async () => {
  const page = tab()
  const live = page.openVera()
  page.net.socket().drop()
  await page.clock.advance(0)
  page.net.request('/stream').fail()
  await page.clock.advance(0)
  page.net.request('/poll').fail()
  await page.clock.advance(0)
  expect(live.link().state).toBe('waiting')
  await page.clock.advance(500)
  expect(page.net.sockets).toHaveLength(2)
})

test('[CL11] what worked is begun with after a loss', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  page.net.request('/stream').hear({ type: 'close', code: 4001, reason: 'shutdown' })
  await page.clock.advance(0)
  expect(live.link().state).toBe('waiting')
  await page.clock.advance(500)
  expect([page.net.sockets.length, page.net.requestsTo('/stream').length]).toEqual([1, 2])
})

test('[CL11] every 5 minutes the socket is tried beside it, and taken when it opens', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  await pingFor(page, 300_000)
  expect(page.net.sockets).toHaveLength(2)
  await page.clock.advance(2500)
  expect([live.link(), page.net.socket().closed()]).toEqual([{ state: 'online', over: 'stream' }, true])
  await pingFor(page, 300_000)
  expect(page.net.sockets).toHaveLength(3)
  page.net.socket().open()
  expect(page.net.sockets).toHaveLength(4)
  expect(page.net.request('/stream').aborted()).toBe(true)
  welcomed(page, welcomeVera())
  expect(live.link()).toEqual({ state: 'online', over: 'socket' })
  for (let round = 0; round < 30; round += 1) {
    await page.clock.advance(25_000)
    page.net.socket().hear({ type: 'ping', nonce: 'n' })
  }
  expect(page.net.sockets).toHaveLength(4)
})

test('[CL14] a stream that works and goes silent is followed by the long poll', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  await page.clock.advance(45_000)
  page.net.request('/poll').answer({ frames: [welcomeVera()] })
  await page.clock.advance(0)
  expect(live.link()).toEqual({ state: 'online', over: 'poll' })
})

test('[CL16] the answer of a portal is no answer, whatever its status', async () => {
  for (const status of [200, 302, 401, 403, 404, 426, 502]) {
    const page = tab()
    const live = page.openVera()
    page.net.socket().drop()
    await page.clock.advance(0)
    page.net.request('/stream').answer('please sign in to the hotel', status)
    await page.clock.advance(0)
    page.net.request('/poll').answer('please sign in to the hotel', status)
    await page.clock.advance(0)
    expect(live.link().state).toBe('waiting')
  }
})

test('[CL3][CL4] our own refusals over HTTP end the link or make it wait, like close codes', async () => {
  for (const [status, code] of [
    [401, 4401],
    [403, 4403],
    [426, 4426],
  ] as const) {
    const page = tab()
    const live = page.openVera()
    page.net.socket().drop()
    await page.clock.advance(0)
    page.net.request('/stream').answer({ refused: 'forbidden' }, status)
    await page.clock.advance(0)
    expect(live.link()).toEqual({ state: 'ended', code })
  }
  const page = tab()
  const live = page.openVera()
  page.net.socket().drop()
  await page.clock.advance(0)
  page.net.request('/stream').answer({ refused: 'retry', afterMs: 17_000 }, 429)
  await page.clock.advance(0)
  expect(live.link()).toMatchObject({ state: 'waiting', nextTryAt: page.clock.now() + 17_000 })
})

async function overStream({ net, clock }: Tab) {
  net.socket().drop()
  await clock.advance(0)
  net.request('/stream').stream()
  net.request('/stream').hear(welcomeVera())
  await clock.advance(0)
}

async function pingFor({ net, clock }: Tab, ms: number) {
  const answered = new Set([net.request('/stream')])
  for (let passed = 1000; passed <= ms; passed += 1000) {
    await clock.advance(1000)
    const newest = net.request('/stream')
    if (!answered.has(newest)) newest.stream()
    newest.hear(...(answered.has(newest) ? [] : [welcomeVera()]), { type: 'ping', nonce: 'n' })
    answered.add(newest)
    await clock.advance(0)
  }
}

test('[CL10] where the code of the stream and the poll cannot be fetched, it waits as for a network that is away, and asks again', async () => {
  let fetched = 0
  const page = tab({
    fallbacks: async () => {
      fetched += 1
      throw new TypeError('no network')
    },
  })
  const live = page.openVera()
  page.net.socket().drop()
  await page.clock.advance(0)
  expect(live.link()).toMatchObject({ state: 'waiting' })
  expect([page.net.requests.length, page.net.sockets.length, fetched]).toEqual([0, 1, 2])
  await page.clock.advance(500)
  expect(page.net.sockets).toHaveLength(2)
  page.net.socket().open()
  page.net.socket().hear(welcomeVera())
  expect(live.link()).toEqual({ state: 'online', over: 'socket' })
})

test('[CL10] a connection that is closed while the code of the stream is on its way asks nothing any more', async () => {
  const page = tab()
  const live = page.openVera()
  page.net.socket().drop()
  live.close()
  await page.clock.advance(0)
  expect(page.net.requests).toHaveLength(0)
})
