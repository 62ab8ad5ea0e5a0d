// Keeps one connection open, for ever: chooses the transport, probes it when it may be dead, waits with back-off when it is.
import { mayReconnect, REPLACED } from '@portico/protocol/close-codes'
import type { Challenge, Solution } from '@portico/protocol/challenge'
import type { ClientFrame, Hello, ServerFrame } from '@portico/protocol/session'
import { backOffMs } from './back-off.ts'
import { openHeartbeat } from './heartbeat.ts'
import { openLadder } from './ladder.ts'
import type { LinkState } from './live.ts'
import type { Solve } from './surroundings.ts'
import { BROKEN, type Ending, type Site, type Transport } from './transport.ts'

const WELCOME_MS = 10_000
const PONG_MS = 3000
/** A connection that lasted so long was a good one: the next back-off begins small again. */
const GOOD_MS = 10_000
/** By whoever opened it. */
const CLOSED = 1000

export type Link = {
  state: () => LinkState
  /** False, and nothing sent, while there is no connection. */
  say: (frame: Exclude<ClientFrame, Hello>) => boolean
  /** Something suggests that the connection is dead, or that a new one would succeed. */
  probe: () => void
  /** The page is seen again, or not any more, or the network is back. */
  woken: () => void
  /** Somebody does something here. */
  used: () => void
  /** There is no network, the browser says. */
  offline: () => void
  tryNow: () => void
  end: (code: number) => void
  close: () => void
}

type Given = {
  site: Site
  random: () => number
  solve: Solve
  isVisible: () => boolean
  /** Something waits to be sent. */
  isBusy: () => boolean
  hello: () => Hello
  heard: (frame: ServerFrame) => void
  /** A connection has begun: what was under way on the last one must be sent again. */
  begun: () => void
  changed: () => void
}

export function openLink({ site, random, solve, isVisible, isBusy, hello, heard, begun, changed }: Given): Link {
  const { clock } = site
  const ladder = openLadder(site, () => state.state === 'online' && connect())
  const heartbeat = openHeartbeat(clock, (why) => {
    if (why === 'silent' && state.state === 'online' && ladder.distrust()) connect()
    else probe()
  })
  let state: LinkState = { state: 'connecting' }
  let transport: Transport | undefined
  /** Counts connections: what a former one still says is not heard. */
  let turn = 0
  let failures = 0
  let probes = 0
  let welcomedAt = 0
  let lostAt: number | undefined
  let cancelTimer = () => {}
  let solution: Solution | undefined
  let asked: { nonce: string; cancel: () => void } | undefined

  function set(next: LinkState) {
    state = next
    changed()
  }

  function connect() {
    ladder.begin()
    open()
  }

  function open() {
    leave()
    if (state.state !== 'connecting') set({ state: 'connecting' })
    const mine = turn
    cancelTimer = clock.after(WELCOME_MS, () => lose(BROKEN))
    transport = ladder.open({
      hello: () => ({ ...hello(), ...(solution && { solution }) }),
      heard: (frame) => mine === turn && hear(frame),
      ended: (why) => mine === turn && lose(why),
    })
  }

  function leave() {
    turn += 1
    cancelTimer()
    calm()
    transport?.close()
    transport = undefined
  }

  function calm() {
    asked?.cancel()
    asked = undefined
  }

  function hear(frame: ServerFrame) {
    heartbeat.heard()
    if (frame.type === 'close') return lose(frame)
    if (frame.type === 'pong' && frame.nonce === asked?.nonce) calm()
    heard(frame)
    if (frame.type === 'welcome' && state.state === 'connecting') begin()
  }

  function begin() {
    cancelTimer()
    lostAt = undefined
    solution = undefined
    welcomedAt = clock.now()
    set({ state: 'online', over: ladder.settle() })
    begun()
  }

  function lose({ code, retryAfterMs, challenge, limit, heldBack }: Ending) {
    const was = state.state
    leave()
    if (heldBack && ladder.distrust()) return connect()
    if (!mayReconnect(code)) return end(code)
    if (code === REPLACED && !isBusy()) return set({ state: 'resting' })
    if (was === 'connecting' && code === BROKEN.code && ladder.stepDown()) return open()
    if (was === 'online' && clock.now() - welcomedAt > GOOD_MS) failures = 0
    const waitMs = Math.max(retryAfterMs ?? 0, backOffMs(failures, random))
    failures += 1
    lostAt ??= clock.now()
    set({ state: 'waiting', since: lostAt, nextTryAt: clock.now() + waitMs, limit })
    cancelTimer = clock.after(waitMs, connect)
    if (challenge) void pay(challenge)
  }

  async function pay(challenge: Challenge) {
    const mine = turn
    const solved = await solve(challenge)
    if (!solved || mine !== turn) return
    solution = solved
    connect()
  }

  function end(code: number) {
    leave()
    set({ state: 'ended', code })
  }

  function probe() {
    if (state.state === 'waiting') return connect()
    if (state.state !== 'online' || asked) return
    probes += 1
    const nonce = `${clock.now()}-${probes}`
    asked = { nonce, cancel: clock.after(PONG_MS, () => lose(BROKEN)) }
    transport?.say({ type: 'ping', nonce })
  }

  function used() {
    if (state.state === 'resting') connect()
  }

  connect()
  return {
    state: () => state,
    say: (frame) => {
      if (state.state !== 'online') return false
      transport?.say(frame)
      return true
    },
    probe,
    woken: () => {
      const visible = isVisible()
      if (visible) used()
      if (state.state === 'online') transport?.say({ type: 'attention', visible })
      probe()
    },
    used,
    // Some connections do not notice for minutes, and some that are only cut off for a test never. One that lives after all is back at once.
    offline: () => state.state === 'online' && lose(BROKEN),
    tryNow: () => (state.state === 'ended' ? connect() : probe()),
    end,
    close: () => {
      leave()
      state = { state: 'ended', code: CLOSED }
      heartbeat.close()
      ladder.close()
    },
  }
}
