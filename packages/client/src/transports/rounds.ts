// A connection made of requests. Each opens with the same hello, so any node can answer and nothing is kept in between; what
// a socket would say in a frame (`watch`, `ping`) is said by asking again, and commands go by POST /commands.
import type { Hello, ServerFrame } from '@portico/protocol/session'
import { BROKEN, type OpenTransport } from '../transport.ts'
import { headersOf, openCommandPosts } from './command-posts.ts'
import { refusedBy } from './refused-by.ts'

const PAUSE_MS = 200
const PAUSE_AFTER_NOTHING_MS = 2000
/** The server pings every 25 s: so long without anything is no path. */
const SILENT_MS = 28_000

type Kind = {
  path: '/stream' | '/poll'
  /** Without any part of an answer for so long it is held back, or there is no path. */
  answerMs: number
  /** Where the server ends each in time: the next one is opened so long after, while this one still goes on. */
  nextAfterMs?: number
  /** `promptly` where even an answer without news must come at once. */
  ask: (hello: Hello, promptly: boolean) => Hello
  /** Hands over the frames, and says whether it was an answer of ours. */
  read: (response: Response, told: { alive: () => void; heard: (frame: ServerFrame) => void }) => Promise<boolean>
}

export function openRounds({ path, answerMs, nextAfterMs, ask, read }: Kind): OpenTransport {
  return (site, { hello, heard, ended }) => {
    const { origin, clock, network } = site
    const leaving = new AbortController()
    const posts = openCommandPosts({ ...site, heard, ended, signal: leaving.signal })
    let request = new AbortController()
    let nonce = ''
    let asksAgain = false
    let cancelNext = () => {}

    async function round(promptly: boolean, former?: AbortController): Promise<void> {
      const mine = (request = new AbortController())
      const { signal } = mine
      const startedAt = clock.now()
      let frames = 0
      // What becomes of one that is followed already is nobody's concern.
      const isOver = () => signal.aborted || request !== mine
      const fail = (why = BROKEN) => isOver() || ended(why)
      const cancelLate = clock.after(answerMs, fail)
      signal.addEventListener('abort', () => {
        cancelLate()
        former?.abort()
      })
      let heardAt = startedAt
      if (nextAfterMs !== undefined) {
        cancelNext = clock.after(nextAfterMs, () => {
          if (clock.now() - heardAt >= SILENT_MS) return void fail({ ...BROKEN, heldBack: true })
          return void round(false, mine)
        })
      }
      // Any part of an answer to this request shows a path: it stands for the pong.
      const alive = () => {
        if (signal.aborted) return
        cancelLate()
        heard({ type: 'pong', nonce })
      }

      const body = JSON.stringify(ask(hello(), promptly))
      const headers = headersOf(site)
      const response = await network.fetch(origin + path, { method: 'POST', headers, body, signal }).catch(() => undefined)
      if (!response) return void fail()
      if (!response.ok) return void fail((await refusedBy(response)).ending)
      const understood = await read(response, {
        alive,
        heard: (frame) => {
          if (signal.aborted || (frame.type === 'close' && isOver())) return
          frames += 1
          heardAt = clock.now()
          if (frame.type === 'welcome') former?.abort()
          heard(frame)
        },
      })
      if (isOver()) return
      cancelLate()
      cancelNext()
      if (!understood) return void fail()
      const pauseMs = frames > 0 ? PAUSE_MS : Math.max(PAUSE_MS, PAUSE_AFTER_NOTHING_MS - (clock.now() - startedAt))
      cancelNext = clock.after(pauseMs, () => void round(false))
    }

    function stop() {
      cancelNext()
      request.abort()
    }

    function askAgain() {
      if (asksAgain) return
      asksAgain = true
      queueMicrotask(() => {
        asksAgain = false
        if (leaving.signal.aborted) return
        stop()
        void round(true)
      })
    }

    void round(true)
    return {
      say: (frame) => {
        switch (frame.type) {
          case 'command':
          case 'fleeting':
            return posts.put(frame)
          case 'ping':
            nonce = frame.nonce
            return askAgain()
          case 'watch':
          case 'unwatch':
            return askAgain()
          // The next round says it.
          case 'attention':
          case 'pong':
            return undefined
        }
      },
      close: () => {
        leaving.abort()
        stop()
      },
    }
  }
}
