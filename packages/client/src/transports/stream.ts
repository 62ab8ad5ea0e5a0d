import type { ServerFrame } from '@portico/protocol/session'
import { openRounds } from './rounds.ts'

/** The server begins with a prelude of 2 KB at once. With the time a socket is given, the choice is made in 5 s. */
const PRELUDE_MS = 2400
/** The server ends a stream after 40 s, whoever may be at its other end. */
const NEXT_AFTER_MS = 30_000

/** Frames as the events of a streamed answer. Not EventSource: that can send neither a token nor several cursors. */
export const openStream = openRounds({
  path: '/stream',
  answerMs: PRELUDE_MS,
  nextAfterMs: NEXT_AFTER_MS,
  ask: (hello) => hello,
  read: async (response, { alive, heard }) => {
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    let frames = 0
    let rest = ''
    for (;;) {
      const chunk = await reader?.read().catch(() => undefined)
      if (!chunk?.value) return frames > 0
      alive()
      const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('data:')) continue
        frames += 1
        heard(JSON.parse(line.slice(5)) as ServerFrame) // the server's word
      }
    }
  },
})
