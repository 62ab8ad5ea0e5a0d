// Commands until they are answered, in their order: "The outbox".
import { randomBytes } from 'node:crypto'
import { after } from './after.mjs'
import { solve } from './connection.mjs'

const REPLY_MS = 8000
const RETRY_MS = 1000

/** `send` is given what goes together; `atOnceMax` is one on a socket. `answered` is told what became of each. */
export function openOutbox({ atOnceMax, isOnline, send, answered }) {
  let waiting = []
  let skewMs = 0
  let mintedAt = 0
  const underWay = new Set()
  let cancelRetry
  let cancelLate = () => {}

  /** A UUID of version 7, by the server's time. */
  function mint() {
    mintedAt = Math.max(mintedAt + 1, Date.now() + skewMs)
    const time = mintedAt.toString(16).padStart(12, '0')
    const random = randomBytes(10)
    random[0] = (random[0] & 0x0f) | 0x70
    random[2] = (random[2] & 0x3f) | 0x80
    return `${time}${random.toString('hex')}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  function tellTime(now) {
    skewMs = now - Date.now()
    mintedAt = 0
  }

  function sendNext() {
    if (!isOnline() || cancelRetry || underWay.size > 0 || waiting.length === 0) return
    // Behind an opening everything waits: its answer may name another conversation.
    const opening = waiting.findIndex(({ command }) => command.type === 'conversation.open')
    const batch = waiting.slice(0, Math.min(atOnceMax, opening === -1 ? Infinity : opening + 1))
    const again = batch[0].isSent
    for (const one of batch) {
      one.isSent = true
      underWay.add(one.id)
    }
    send(batch.map(({ id, command, solution }, i) => ({ id, command, solution, again: i === 0 && again ? true : undefined })))
    if (atOnceMax === 1) cancelLate = after(REPLY_MS, resend)
  }

  function resend() {
    cancelLate()
    underWay.clear()
    sendNext()
  }

  function later(one, { afterMs = RETRY_MS, challenge }) {
    one.solution = challenge && solve(challenge)
    cancelRetry ??= after(one.solution ? 0 : afterMs, () => {
      cancelRetry = undefined
      sendNext()
    })
  }

  function redirect(from, to) {
    for (const { command } of waiting) if (command.conversation === from) command.conversation = to
  }

  return {
    isEmpty: () => waiting.length === 0,
    put: (command) => {
      waiting.push({ id: mint(), command })
      sendNext()
    },
    /** A connection has begun. What was never sent gets an id of the server's time. */
    begin: ({ now }) => {
      tellTime(now)
      for (const one of waiting) if (!one.isSent) one.id = mint()
      resend()
    },
    stop: () => cancelLate(),
    reply: ({ id, outcome }) => {
      const one = waiting.find((each) => each.id === id)
      underWay.delete(id)
      if (underWay.size === 0) cancelLate()
      if (!one) return
      if (outcome.refused === 'retry') return later(one, outcome)
      if (outcome.refused === 'early') {
        tellTime(outcome.now)
        one.id = mint()
        return later(one, outcome)
      }
      waiting = waiting.filter((each) => each !== one)
      if (one.command.type === 'conversation.open' && outcome.ok) redirect(one.command.conversation, outcome.conversation)
      answered(one.command, outcome)
      sendNext()
    },
  }
}
