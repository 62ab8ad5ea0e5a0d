import type { ServerFrame } from '@portico/protocol/session'
import { openRounds } from './rounds.ts'

/** The server answers within 25 s, with news or without. */
const ANSWER_MS = 35_000

/** The long poll, for networks that hold a streamed answer back. */
export const openPoll = openRounds({
  path: '/poll',
  answerMs: ANSWER_MS,
  // Who asks for a snapshot is answered at once; the person's own topic is the smallest.
  ask: (hello, promptly) =>
    promptly
      ? {
          ...hello,
          watch: hello.watch.map((cursor) => (cursor.topic.startsWith(hello.as.kind) ? { ...cursor, position: null } : cursor)),
        }
      : hello,
  read: async (response, { alive, heard }) => {
    const answer = (await response.json().catch(() => undefined)) as { frames?: ServerFrame[] } | undefined // our server's word
    if (!answer?.frames) return false
    alive()
    answer.frames.forEach(heard)
    return true
  },
})
