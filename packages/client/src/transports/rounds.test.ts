import { expect, test } from 'vitest'
import type { ServerFrame } from '@portico/protocol/session'
import { entriesOf, snapshotOf, tab, tagAt, vera, visitorView, welcomeVera, type Tab } from '../testing/people.ts'

const own = `visitor:${vera}` as const

test('[CL13] watching over a stream asks again, once per tick, with all cursors', async () => {
  const page = tab()
  const live = page.openVera()
  const first = await overStream(page)
  live.watch('chat:tea')
  live.watch('chat:coffee')
  await page.clock.advance(0)
  expect([first.aborted(), page.net.requestsTo('/stream').length]).toEqual([true, 2])
  expect(page.net.request('/stream').hello()).toMatchObject({
    epoch: 'one',
    watch: [
      { topic: 'chat:tea', position: null },
      { topic: 'chat:coffee', position: null },
      { topic: own, position: 3, tag: tagAt(3) },
    ],
  })
  expect(live.link()).toEqual({ state: 'online', over: 'stream' })
})

test('[CL13][CL6] a probe over a stream asks again: its beginning is the pong', async () => {
  let woken = () => {}
  const page = tab({
    wake: (probe) => {
      woken = probe
      return () => {}
    },
  })
  const live = page.openVera()
  await overStream(page)
  woken()
  await page.clock.advance(0)
  page.net.request('/stream').stream()
  await page.clock.advance(5000)
  expect([live.link(), page.net.requestsTo('/stream').length]).toEqual([{ state: 'online', over: 'stream' }, 2])
  woken()
  await page.clock.advance(3000)
  expect(live.link().state).not.toBe('online')
})

test('[CL18] before the server ends a stream the next one stands; until then the first one goes on, and nobody sees it', async () => {
  const page = tab()
  const live = page.openVera()
  const first = await overStream(page)
  await page.clock.advance(25_000)
  first.hear({ type: 'ping', nonce: 'n' })
  await page.clock.advance(5000)
  const second = page.net.request('/stream')
  expect([second === first, first.aborted()]).toEqual([false, false])
  expect(second.hello()).toMatchObject({ watch: [{ topic: own, position: 3, tag: tagAt(3) }], tab: first.hello().tab })
  first.hear(opened(4), { type: 'close', code: 4009, reason: 'a newer connection took this place' })
  await page.clock.advance(0)
  expect(live.view(own)?.conversations).toHaveLength(1)
  second.stream()
  second.hear(welcomeVera(), opened(4))
  await page.clock.advance(0)
  expect([first.aborted(), live.link(), page.net.requestsTo('/stream').length]).toEqual([
    true,
    { state: 'online', over: 'stream' },
    2,
  ])
})

test('[CL18] a stream that ends by itself after it has been followed is followed once', async () => {
  const page = tab()
  page.openVera()
  const first = await overStream(page)
  await page.clock.advance(25_000)
  first.hear({ type: 'ping', nonce: 'n' })
  await page.clock.advance(5000)
  page.net.request('/stream').stream()
  first.end()
  await page.clock.advance(2000)
  expect(page.net.requestsTo('/stream')).toHaveLength(2)
})

test('[CL15] a stream that was cut on the way is followed by the next, and nobody sees it', async () => {
  const page = tab()
  const live = page.openVera()
  const first = await overStream(page)
  first.end()
  await page.clock.advance(200)
  const second = page.net.request('/stream')
  expect(second.hello().watch).toEqual([{ topic: own, position: 3, tag: tagAt(3) }])
  second.stream()
  second.hear(welcomeVera(), opened(4))
  await page.clock.advance(0)
  expect(live.view(own)?.conversations).toHaveLength(1)
  expect(live.link()).toEqual({ state: 'online', over: 'stream' })
})

test('[CL15] a stream that ends without a word is a fault', async () => {
  const page = tab()
  const live = page.openVera()
  const first = await overStream(page)
  first.end()
  await page.clock.advance(200)
  page.net.request('/stream').stream()
  page.net.request('/stream').end()
  await page.clock.advance(0)
  expect(live.link().state).toBe('waiting')
})

test('[CL10] frames that arrive in pieces, cut anywhere, are put together', async () => {
  const page = tab()
  const live = page.openVera()
  page.net.socket().drop()
  await page.clock.advance(0)
  const stream = page.net.request('/stream')
  stream.stream()
  const frames = [welcomeVera(), ...snapshotOf(own, { ...visitorView, note: 'thé ☕☕☕☕☕' }, 3)]
  const bytes = new TextEncoder().encode(frames.map((frame) => `event: frame\ndata: ${JSON.stringify(frame)}\n\n`).join(''))
  for (let at = 0; at < bytes.length; at += 5) {
    stream.write(bytes.slice(at, at + 5))
    await page.clock.advance(0)
  }
  expect(live.view(own)).toEqual({ ...visitorView, note: 'thé ☕☕☕☕☕' })
})

test('[CL15] polls follow each other with the positions reached, and no answer makes them a storm', async () => {
  const page = tab()
  page.openVera()
  await overPoll(page)
  await page.clock.advance(199)
  expect(page.net.requestsTo('/poll')).toHaveLength(1)
  await page.clock.advance(1)
  expect(page.net.requestsTo('/poll')).toHaveLength(2)
  expect(page.net.request('/poll').hello().watch).toEqual([{ topic: own, position: 3, tag: tagAt(3) }])
  for (let tenth = 0; tenth < 100; tenth += 1) {
    page.net.request('/poll').answer({ frames: [] })
    await page.clock.advance(100)
  }
  expect(page.net.requestsTo('/poll').length).toBeLessThanOrEqual(7)
})

test('[CL15] a poll that was held for 25 s is followed at once', async () => {
  const page = tab()
  const live = page.openVera()
  await overPoll(page)
  await page.clock.advance(25_200)
  page.net.request('/poll').answer({ frames: [] })
  await page.clock.advance(200)
  expect(page.net.requestsTo('/poll')).toHaveLength(3)
  await page.clock.advance(34_999)
  expect(live.link().state).toBe('online')
  await page.clock.advance(1)
  expect(live.link().state).toBe('waiting')
})

test('[CL17] after a loss the first poll asks for the smallest snapshot, so that it is answered at once', async () => {
  const page = tab()
  const live = page.openVera()
  await overPoll(page)
  await page.clock.advance(200)
  page.net.request('/poll').fail()
  await page.clock.advance(500)
  expect(page.net.request('/poll').hello()).toMatchObject({ epoch: 'one', watch: [{ topic: own, position: null }] })
  page.net.request('/poll').answer({ frames: [welcomeVera(), ...snapshotOf(own, visitorView, 5)] })
  await page.clock.advance(0)
  expect(live.link()).toEqual({ state: 'online', over: 'poll' })
})

async function overStream({ net, clock }: Tab) {
  net.socket().drop()
  await clock.advance(0)
  const stream = net.request('/stream')
  stream.stream()
  stream.hear(welcomeVera(), ...snapshotOf(own, visitorView, 3))
  await clock.advance(0)
  return stream
}

async function overPoll({ net, clock }: Tab) {
  net.socket().drop()
  await clock.advance(0)
  net.request('/stream').fail()
  await clock.advance(0)
  net.request('/poll').answer({ frames: [welcomeVera(), ...snapshotOf(own, visitorView, 3)] })
  await clock.advance(0)
}

const opened = (position: number): ServerFrame =>
  entriesOf(own, position, {
    type: 'visitor.conversation.changed',
    conversation: 'tea' as never,
    channel: 'sales' as never,
    state: 'open',
  })
