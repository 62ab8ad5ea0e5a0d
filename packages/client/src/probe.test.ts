import { expect, test } from 'vitest'
import { tab, vera, welcomed, welcomeVera } from './testing/people.ts'

test('[CL6] after 40 s of silence it asks, and without the pong it reconnects', async () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera())
  await page.clock.advance(40_000)
  expect(socket.ofType('ping')).toHaveLength(0)
  await page.clock.advance(5000)
  expect(socket.ofType('ping')).toHaveLength(1)
  await page.clock.advance(2999)
  expect(live.link().state).toBe('online')
  await page.clock.advance(1)
  expect([live.link().state, socket.closed()]).toEqual(['waiting', true])
})

test('[CL6] whatever is heard counts: a server that pings every 25 s is never asked', async () => {
  const page = tab()
  page.openVera()
  const socket = welcomed(page, welcomeVera())
  for (let round = 0; round < 10; round += 1) {
    await page.clock.advance(25_000)
    socket.hear({ type: 'ping', nonce: `${round}` })
  }
  expect(socket.ofType('pong')).toHaveLength(10)
  expect(socket.ofType('ping')).toHaveLength(0)
})

test('[CL6] only the pong with the newest nonce counts, and each asking has a new one', async () => {
  let woken = () => {}
  const page = tab({
    wake: (probe) => {
      woken = probe
      return () => {}
    },
  })
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera())
  woken()
  woken()
  const [first] = socket.ofType('ping')
  expect(socket.ofType('ping')).toHaveLength(1)
  socket.hear({ type: 'pong', nonce: first?.nonce ?? '' })
  await page.clock.advance(5000)
  expect(live.link().state).toBe('online')

  woken()
  expect(socket.ofType('ping')[1]?.nonce).not.toBe(first?.nonce)
  socket.hear({ type: 'pong', nonce: first?.nonce ?? '' })
  await page.clock.advance(3000)
  expect(live.link().state).toBe('waiting')
})

test('[CL6] a laptop that slept asks within 5 s of waking, though it had just heard something', async () => {
  for (const jump of [31_000, 8 * 60 * 60 * 1000, -60 * 60 * 1000]) {
    const page = tab()
    page.openVera()
    const socket = welcomed(page, welcomeVera())
    page.clock.sleep(jump)
    socket.hear({ type: 'ping', nonce: 'from-before' })
    await page.clock.advance(5000)
    expect(socket.ofType('ping')).toHaveLength(1)
  }
})

test('[CL6] the opener wires what wakes, and unwires it when closed', () => {
  const wired: (() => void)[] = []
  const page = tab({
    wake: (probe) => {
      wired.push(probe)
      return () => void wired.splice(0)
    },
  })
  const live = page.openVera()
  expect(wired).toHaveLength(1)
  live.close()
  expect(wired).toEqual([])
})

test('[CL56] when the browser says that there is no network, the connection is lost at once, whatever it believes itself', async () => {
  let offline = () => {}
  const page = tab({
    random: () => 0.999,
    wake: (_woken, _used, gone) => {
      offline = gone
      return () => {}
    },
  })
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera())
  offline()
  expect([live.link().state, socket.closed()]).toEqual(['waiting', true])
  // What only seemed so is back with the next try.
  await page.clock.advance(500)
  welcomed(page, welcomeVera())
  expect(live.link().state).toBe('online')
  live.close()
  offline()
  expect(live.link().state).toBe('ended')
})

test('[CL7] a waking page, and the button of the banner, try at once', async () => {
  let woken = () => {}
  const page = tab({
    random: () => 0.999,
    wake: (probe) => {
      woken = probe
      return () => {}
    },
  })
  const live = page.openVera()
  for (const now of [() => woken(), () => live.tryNow()]) {
    welcomed(page, welcomeVera()).drop()
    const before = page.net.sockets.length
    expect(live.link().state).toBe('waiting')
    now()
    expect([live.link().state, page.net.sockets.length]).toEqual(['connecting', before + 1])
  }
})

test('[CL7] an ended link begins again only when somebody asks for it', async () => {
  let woken = () => {}
  const page = tab({
    wake: (probe) => {
      woken = probe
      return () => {}
    },
  })
  const live = page.openVera()
  welcomed(page, welcomeVera()).drop(4401)
  woken()
  expect(live.link()).toEqual({ state: 'ended', code: 4401 })
  live.tryNow()
  welcomed(page, welcomeVera([`visitor:${vera}`]))
  expect(live.link()).toEqual({ state: 'online', over: 'socket' })
})
