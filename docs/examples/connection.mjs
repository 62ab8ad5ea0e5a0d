// One connection at a time, for ever: asked when it may be dead, made again with back-off when it is ("Close codes", "Times").
import { createHash, randomUUID } from 'node:crypto'
import { after } from './after.mjs'
import { BROKEN, TRANSPORTS } from './transports.mjs'

const WELCOME_MS = 10_000
const SILENCE_MS = 40_000
const PONG_MS = 3000
const GOOD_MS = 10_000
const BACK_OFF_MS = 500
const BACK_OFF_MS_MAX = 30_000
const REPLACED = 4009

/**
 * `heard` is told whether a connection begins with this frame, `lost` before each new attempt, `ended` when there will be none.
 * `isBusy`: something waits to be sent.
 */
export function openConnection({ over, origin, token, hello, heard, isBusy, lost, ended }) {
  let state = 'connecting'
  let turn = 0
  let transport
  let failures = 0
  let welcomedAt = 0
  let solution
  let cancelTimer = () => {}

  function connect() {
    const mine = (turn += 1)
    state = 'connecting'
    cancelTimer = after(WELCOME_MS, () => lose(BROKEN))
    transport = TRANSPORTS[over]({
      origin,
      token,
      hello: (promptly) => ({ ...hello(promptly), solution }),
      heard: (frame) => mine === turn && hear(frame),
      ended: (why) => mine === turn && lose(why),
    })
  }

  function leave() {
    turn += 1
    cancelTimer()
    transport.close()
  }

  function hear(frame) {
    if (frame.type === 'close') return lose(frame)
    const begins = frame.type === 'welcome' && state === 'connecting'
    if (begins) {
      state = 'online'
      solution = undefined
      welcomedAt = Date.now()
    }
    if (state === 'online') expectMore()
    if (frame.type === 'ping') transport.say({ type: 'pong', nonce: frame.nonce })
    return heard(frame, begins)
  }

  /** The server pings every 25 s: after a longer silence it is asked. */
  function expectMore() {
    cancelTimer()
    cancelTimer = after(SILENCE_MS, () => {
      cancelTimer = after(PONG_MS, () => lose(BROKEN))
      transport.say({ type: 'ping', nonce: randomUUID() })
    })
  }

  function lose({ code, retryAfterMs = 0, challenge }) {
    if (state === 'online' && Date.now() - welcomedAt > GOOD_MS) failures = 0
    leave()
    if (code >= 4400 && code <= 4499) return ended(code)
    if (code === REPLACED && !isBusy()) {
      state = 'resting'
      return undefined
    }
    state = 'waiting'
    solution = challenge && solve(challenge)
    const waitMs = solution ? 0 : Math.max(retryAfterMs, Math.random() * Math.min(BACK_OFF_MS_MAX, BACK_OFF_MS * 2 ** failures))
    failures += 1
    lost({ code, waitMs })
    cancelTimer = after(waitMs, connect)
    return undefined
  }

  connect()
  return {
    isOnline: () => state === 'online',
    say: (frame) => transport.say(frame),
    send: (commands) => transport.send(commands),
    /** Somebody does something here: who rested comes again. */
    use: () => state === 'resting' && connect(),
    close: leave,
  }
}

/** A number that makes the digest begin with so many zero bits: "Challenges". */
export function solve({ puzzle, bits }) {
  for (let number = 0; ; number += 1) {
    const digest = createHash('sha256').update(`${puzzle} ${number}`).digest()
    if (digest.readUInt32BE() >>> (32 - bits) === 0) return { puzzle, number }
  }
}
