import { newId } from '@portico/protocol/new-id'
import type { Talk } from './talk.ts'

const EVERY_MS = 500

export type Heartbeats = {
  /** Answers how long each pong took in ms, and how many never came. */
  stop: () => { latencies: number[]; missing: number }
}

/** Pings the server from every visitor of these conversations, again and again. */
export function watchHeartbeats(talks: readonly Talk[]): Heartbeats {
  const sentAt = new Map<string, number>()
  const latencies: number[] = []
  const stops = talks.map(({ visitor }) =>
    visitor.onPong((nonce) => {
      const at = sentAt.get(nonce)
      if (at !== undefined && sentAt.delete(nonce)) latencies.push(performance.now() - at)
    }),
  )
  const timer = setInterval(() => {
    for (const { visitor } of talks) {
      const nonce = newId()
      sentAt.set(nonce, performance.now())
      visitor.send(`{"type":"ping","nonce":"${nonce}"}`)
    }
  }, EVERY_MS)

  return {
    stop: () => {
      clearInterval(timer)
      for (const stop of stops) stop()
      // Those of the last beat may still be on their way.
      const late = performance.now() - EVERY_MS
      return { latencies, missing: [...sentAt.values()].filter((at) => at < late).length }
    },
  }
}
