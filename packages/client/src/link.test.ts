import { VERSION } from '@portico/protocol/version'
import { expect, test } from 'vitest'
import type { Live } from './live.ts'
import { snapshotOf, tab, tagAt, vera, visitorView, welcomed, welcomeVera, type Tab } from './testing/people.ts'

const SERVER_WORDS = { reason: '', code: 4013 }

test('[CL1] the first frame says who it is and that it knows nothing yet', async () => {
  const page = tab()
  page.openVera()
  page.net.socket().open()
  expect(page.net.socket().url).toBe('wss://chat.example.org/socket')
  expect(page.net.socket().said).toEqual([
    {
      type: 'hello',
      version: VERSION,
      as: { kind: 'visitor', token: 'v'.repeat(43), channel: 'sales' },
      epoch: null,
      watch: [],
      tab: expect.any(String),
      visible: true,
    },
  ])
})

test('[CL1] after a reconnect the hello carries the epoch, and position and tag of each topic', async () => {
  const page = tab()
  page.openVera()
  welcomed(page, welcomeVera(), ...snapshotOf(`visitor:${vera}`, visitorView, 7)).drop()
  await page.clock.advance(500)
  page.net.socket().open()
  const [hello] = page.net.socket().ofType('hello')
  expect(hello).toMatchObject({ epoch: 'one', watch: [{ topic: `visitor:${vera}`, position: 7, tag: tagAt(7) }] })
})

test('[CL1] more than 64 cursors are never named, and what somebody looks at comes first', async () => {
  const page = tab()
  const live = page.openAnn()
  live.watch('conversation:tea')
  const topics = Array.from({ length: 80 }, (_, index) => `channel:${index}` as const)
  welcomed(page, { ...welcomeVera(topics), you: { kind: 'operator', id: 'ann' as never } }).drop()
  await page.clock.advance(500)
  page.net.socket().open()
  const watch = page.net.socket().ofType('hello')[0]?.watch
  expect(watch).toHaveLength(64)
  expect(watch?.[0]?.topic).toBe('conversation:tea')
})

test('[CL2] it tries again for ever, with waits that grow up to 30 s', async () => {
  const page = tab({ random: () => 0.999 })
  const live = page.openVera()
  const waits: number[] = []
  for (let round = 0; round < 12; round += 1) {
    await failEverywhere(page)
    const link = live.link()
    if (link.state !== 'waiting') throw new Error(`expected waiting, saw ${link.state}`)
    waits.push(Math.round((link.nextTryAt - page.clock.now()) / 500))
    await page.clock.advance(link.nextTryAt - page.clock.now())
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60])
})

test('[CL2] a connection that lasted 10 s ends the series of failures, a shorter one does not', async () => {
  const page = tab({ random: () => 0.999 })
  const live = page.openVera()
  for (let round = 0; round < 5; round += 1) {
    await failEverywhere(page)
    await page.clock.advance(waitOf(page, live.link()) + 1)
  }
  welcomed(page, welcomeVera()).drop()
  expect(waitOf(page, live.link())).toBe(15_984)
  await page.clock.advance(16_000)
  const socket = welcomed(page, welcomeVera())
  await page.clock.advance(11_000)
  socket.drop()
  expect(waitOf(page, live.link())).toBe(500)
})

test('[CL3] codes from 4400 to 4499 end it, and it says which; the others do not', async () => {
  for (const code of [4400, 4401, 4403, 4426, 4499]) {
    const page = tab()
    const live = page.openVera()
    welcomed(page, welcomeVera()).drop(code)
    expect(live.link()).toEqual({ state: 'ended', code })
    await page.clock.advance(120_000)
    expect(page.net.sockets).toHaveLength(1)
  }
  for (const code of [1000, 1006, 4001, 4008, 4010, 4012, 4013, 4500]) {
    const page = tab()
    const live = page.openVera()
    welcomed(page, welcomeVera()).drop(code)
    expect(live.link().state).toBe('waiting')
    await page.clock.advance(1000)
    expect(page.net.sockets).toHaveLength(2)
  }
})

test('[CL3] a refusal before the welcome ends it too, without trying other ways in', async () => {
  const page = tab()
  const live = page.openVera()
  page.net.socket().open()
  page.net.socket().drop(4426, 'older than the oldest version served')
  expect(live.link()).toEqual({ state: 'ended', code: 4426 })
  expect(page.net.requests).toEqual([])
})

test('[CL4] the wait that the server names is kept, in a close frame or as the reason of a close code', async () => {
  const page = tab()
  const live = page.openVera()
  welcomed(page, welcomeVera(), { type: 'close', ...SERVER_WORDS, retryAfterMs: 20_000 })
  expect(waitOf(page, live.link())).toBe(20_000)
  await page.clock.advance(20_000)
  welcomed(page, welcomeVera()).drop(4013, '12000')
  expect(waitOf(page, live.link())).toBe(12_000)
})

test('[CL38] with a challenge it comes again as soon as it is solved, and says so until it is welcome', async () => {
  const solving = Promise.withResolvers<{ puzzle: string; number: number } | undefined>()
  const page = tab({ solve: () => solving.promise })
  const live = page.openVera()
  welcomed(page, { type: 'close', ...SERVER_WORDS, retryAfterMs: 60_000, challenge: { puzzle: 'p', bits: 3 } })
  await page.clock.advance(1000)
  expect(live.link()).toMatchObject({ state: 'waiting' })
  const solution = { puzzle: 'p', number: 7 }
  solving.resolve(solution)
  await page.clock.advance(0)
  const socket = welcomed(page, welcomeVera())
  expect(socket.ofType('hello')[0]).toMatchObject({ solution })
  socket.drop()
  await page.clock.advance(500)
  expect(welcomed(page).ofType('hello')[0]).not.toHaveProperty('solution')
})

test('[CL38] what is solved too late is not used: it has come by itself', async () => {
  const solving = Promise.withResolvers<{ puzzle: string; number: number } | undefined>()
  const page = tab({ solve: () => solving.promise })
  const live = page.openVera()
  welcomed(page, { type: 'close', ...SERVER_WORDS, retryAfterMs: 2000, challenge: { puzzle: 'p', bits: 3 } })
  await page.clock.advance(2000)
  welcomed(page, welcomeVera())
  solving.resolve({ puzzle: 'p', number: 7 })
  await page.clock.advance(0)
  expect([live.link().state, page.net.sockets.length]).toEqual(['online', 2])
})

test('[CL5] it says since when it is lost, however often it tries', async () => {
  const page = tab()
  const live = page.openVera()
  welcomed(page, welcomeVera())
  const lostAt = page.clock.now()
  page.net.socket().drop()
  for (let round = 0; round < 4; round += 1) {
    expect(live.link()).toMatchObject({ state: 'waiting', since: lostAt })
    await page.clock.advance(waitOf(page, live.link()))
    await failEverywhere(page)
  }
  await page.clock.advance(waitOf(page, live.link()))
  welcomed(page, welcomeVera())
  expect(live.link()).toEqual({ state: 'online', over: 'socket' })
})

test('[CL9] what a given-up connection still says is not heard', async () => {
  const page = tab()
  const live = page.openVera()
  const first = page.net.socket()
  first.open()
  await page.clock.advance(10_000)
  first.hear(welcomeVera())
  expect(live.link().state).toBe('connecting')
  first.drop(4401)
  expect(live.link().state).toBe('connecting')
})

test('[CL8] a ping is answered with its nonce', () => {
  const page = tab()
  page.openVera()
  const socket = welcomed(page, welcomeVera(), { type: 'ping', nonce: 'n-1' })
  expect(socket.ofType('pong')).toEqual([{ type: 'pong', nonce: 'n-1' }])
})

test('[CL9] a socket that opens and brings no welcome in 10 s is given up for the stream', async () => {
  const page = tab()
  page.openVera()
  const socket = page.net.socket()
  socket.open()
  await page.clock.advance(9999)
  expect([socket.closed(), page.net.requests.length]).toEqual([false, 0])
  await page.clock.advance(1)
  expect([socket.closed(), page.net.requestsTo('/stream').length]).toEqual([true, 1])
})

test('[CL5] a closed one leaves no timer, no socket and no request behind', async () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera())
  live.watch('chat:tea')()
  live.close()
  expect([page.clock.timers(), socket.closed(), live.link()]).toEqual([0, true, { state: 'ended', code: 1000 }])
})

async function failEverywhere({ net, clock }: Tab) {
  net.socket().drop()
  await clock.advance(0)
  net.request('/stream').fail()
  await clock.advance(0)
  net.request('/poll').fail()
  await clock.advance(0)
}

const waitOf = ({ clock }: Tab, link: { state: string; nextTryAt?: number }) => Math.round((link.nextTryAt ?? 0) - clock.now())

test('[CL53] whose place a newer tab has taken rests without a word, until somebody looks at it', async () => {
  const page = waking()
  const live = page.openVera()
  welcomed(page, welcomeVera()).drop(4009, 'a newer connection took this place')
  expect(live.link()).toEqual({ state: 'resting' })
  await page.clock.advance(10 * 60_000)
  page.visible = false
  page.wake()
  expect([live.link(), page.net.sockets.length]).toEqual([{ state: 'resting' }, 1])
  page.visible = true
  page.wake()
  expect([live.link(), page.net.sockets.length]).toEqual([{ state: 'connecting' }, 2])
})

test('[CL53] or uses it', async () => {
  const uses = [(page: Waking) => page.use(), (_: Waking, live: Live) => void live.send({ type: 'site.rename', name: 'Tea' })]
  for (const use of uses) {
    const page = waking()
    const live = page.openVera()
    welcomed(page, welcomeVera()).drop(4009)
    use(page, live)
    expect([live.link(), page.net.sockets.length]).toEqual([{ state: 'connecting' }, 2])
  }
})

test('[CL53] what still has something to say does not rest', async () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera())
  void live.send({ type: 'site.rename', name: 'Tea' })
  socket.drop(4009)
  expect(live.link().state).toBe('waiting')
})

test('[CL54] the server is told when the page is hidden and seen again', async () => {
  const page = waking()
  page.openVera()
  const socket = welcomed(page, welcomeVera())
  page.visible = false
  page.wake()
  page.visible = true
  page.wake()
  expect(socket.ofType('attention').map(({ visible }) => visible)).toEqual([false, true])
})

test('[CL4] a limit that keeps the connection from being made is named', async () => {
  const page = tab()
  const live = page.openVera()
  const socket = page.net.socket()
  socket.open()
  socket.hear({ type: 'close', code: 4013, reason: 'too many', retryAfterMs: 5000, limit: 'connections' })
  expect(live.link()).toMatchObject({ state: 'waiting', limit: 'connections' })
})

type Waking = ReturnType<typeof waking>

/** A tab that a test hides, wakes and uses. */
function waking() {
  const page: Tab & { visible: boolean; wake: () => void; use: () => void } = {
    visible: true,
    wake: () => {},
    use: () => {},
    ...tab({
      wake: (woken, used) => {
        page.wake = woken
        page.use = used
        return () => {}
      },
      isVisible: (): boolean => page.visible,
    }),
  }
  return page
}
