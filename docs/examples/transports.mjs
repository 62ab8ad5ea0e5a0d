// The three ways of ../protocol.md, "Transports". Each says hello, hands over frames, and says once why it has ended.
import { setTimeout as pause } from 'node:timers/promises'
import { after } from './after.mjs'

const OPEN_MS = 2500
const PRELUDE_MS = 2400
const NEXT_STREAM_MS = 30_000
const POLL_MS = 35_000
const POST_MS = 20_000
const PAUSE_MS = 200
const PAUSE_AFTER_NOTHING_MS = 2000
const RETRY_MS = 2000
/** The connection broke, and nobody has said why. */
export const BROKEN = { code: 1006 }

export const TRANSPORTS = { socket: openSocket, stream: openStream, poll: openPoll }

function openSocket({ origin, hello, heard, ended }) {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/socket`)
  const cancelOpen = after(OPEN_MS, () => ended(BROKEN))
  socket.addEventListener('open', () => {
    cancelOpen()
    socket.send(JSON.stringify(hello()))
  })
  socket.addEventListener('message', ({ data }) => heard(JSON.parse(data)))
  socket.addEventListener('close', ({ code, reason }) => ended({ code, retryAfterMs: Number(reason) || 0 }))
  return {
    say: (frame) => socket.send(JSON.stringify(frame)),
    send: ([sent]) => socket.send(JSON.stringify({ type: 'command', ...sent })),
    close: () => {
      cancelOpen()
      socket.close()
    },
  }
}

function openStream(given) {
  let newest
  async function round(former) {
    const mine = (newest = new AbortController())
    let frames = 0
    const cancelLate = after(PRELUDE_MS, () => mine.abort())
    const cancelNext = after(NEXT_STREAM_MS, () => void round(mine))
    const heard = (frame) => {
      frames += 1
      if (frame.type === 'welcome') former?.abort()
      // Of one that is followed already the end is no news.
      if (frame.type !== 'close' || newest === mine) given.heard(frame)
    }
    const why = await readStream(given, { signal: mine.signal, alive: cancelLate, heard }).catch(() => BROKEN)
    cancelLate()
    cancelNext()
    if (newest !== mine) return
    if (frames === 0) return given.ended(why)
    await pause(PAUSE_MS)
    if (newest === mine) await round()
  }
  return overRequests(given, {
    again: () => {
      newest?.abort()
      void round()
    },
    close: () => {
      newest?.abort()
      newest = undefined
    },
  })
}

async function readStream(given, { signal, alive, heard }) {
  const response = await ask(given, { path: '/stream', body: given.hello(), signal })
  if (!response.ok) return endingOf(response)
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of response.body) {
    alive()
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()
    for (const line of lines) if (line.startsWith('data:')) heard(JSON.parse(line.slice(5)))
  }
  return BROKEN
}

function openPoll(given) {
  let newest
  async function rounds() {
    const mine = (newest = new AbortController())
    for (let promptly = true; newest === mine; promptly = false) {
      const startedAt = Date.now()
      const signal = AbortSignal.any([mine.signal, AbortSignal.timeout(POLL_MS)])
      const response = await ask(given, { path: '/poll', body: given.hello(promptly), signal }).catch(() => undefined)
      const answer = response?.ok ? await response.json().catch(() => undefined) : undefined
      if (newest !== mine) return
      if (!answer?.frames) return given.ended(response && !response.ok ? await endingOf(response) : BROKEN)
      answer.frames.forEach(given.heard)
      await pause(answer.frames.length > 0 ? PAUSE_MS : Math.max(PAUSE_MS, PAUSE_AFTER_NOTHING_MS - (Date.now() - startedAt)))
    }
  }
  return overRequests(given, {
    again: () => {
      newest?.abort()
      void rounds()
    },
    close: () => {
      newest?.abort()
      newest = undefined
    },
  })
}

/** Commands go by POST; what a socket would say is said by asking again. */
function overRequests(given, { again, close }) {
  again()
  return {
    say: ({ type }) => (type === 'watch' || type === 'ping') && again(),
    send: (commands) => void post(given, commands),
    close,
  }
}

async function post(given, commands) {
  const reply = (outcomeOf) => commands.forEach(({ id }) => given.heard({ type: 'reply', id, outcome: outcomeOf(id) }))
  const notNow = (afterMs = RETRY_MS) => ({ ok: false, refused: 'retry', afterMs })
  const signal = AbortSignal.timeout(POST_MS)
  const response = await ask(given, { path: '/commands', body: { commands }, signal }).catch(() => undefined)
  if (response && !response.ok) {
    const why = await endingOf(response)
    return why.isNotNow ? reply(() => notNow(why.retryAfterMs)) : given.ended(why)
  }
  const answer = await response?.json().catch(() => undefined)
  if (!answer) return given.ended(BROKEN)
  const outcomes = new Map(answer.replies.map(({ id, outcome }) => [id, outcome]))
  return reply((id) => outcomes.get(id) ?? notNow())
}

const ask = ({ origin, token }, { path, body, signal }) =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    signal,
  })

/** What an answer that is not ok says. Without `refused` it is somebody else's. */
async function endingOf(response) {
  const { refused, afterMs, detail } = (await response.json().catch(() => undefined)) ?? {}
  if (!refused) return BROKEN
  const code = detail === 'withdrawn' ? 4405 : (CODES[response.status] ?? BROKEN.code)
  return { code, retryAfterMs: afterMs, isNotNow: response.status === 429 || response.status >= 500 }
}

const CODES = { 400: 4400, 401: 4401, 403: 4403, 415: 4400, 429: 4013 }
