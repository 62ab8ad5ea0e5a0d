import type { Live } from '@portico/client/live'
import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import type { Chat } from '../../chat.ts'

type Place = Extract<Fleeting, { type: 'queue.place' }>
/** `isLonger`: it takes longer than was said. */
export type Told = Pick<Place, 'place' | 'minutes'> & { isLonger: boolean }

const MINUTE_MS = 60_000

/** Where the visitor stands in the queue, as the server said last; undefined where it says nothing. */
export function openQueue(chat: Chat): () => Told | undefined {
  let live: Live | undefined
  let told: (Told & { topic: Topic }) | undefined
  let promisedAt = Infinity

  function hear(topic: Topic, { place, minutes }: Place): void {
    if (topic !== told?.topic) promisedAt = Infinity
    const endsAt = minutes ? Date.now() + minutes.to * MINUTE_MS : Infinity
    const isLonger = minutes !== null && endsAt > promisedAt + MINUTE_MS
    // What was promised first stands, until it has come sooner.
    if (minutes) promisedAt = Math.min(promisedAt, endsAt)
    told = { topic, place, minutes, isLonger }
    chat.changed()
  }

  function listen(): void {
    const now = chat.connection()?.live
    if (now === live) return
    live = now
    told = undefined
    now?.onFleeting((topic, message) => {
      if (message.type === 'queue.place') hear(topic, message)
    })
  }
  chat.subscribe(listen)
  listen()
  return () => (told?.topic === `chat:${chat.view()?.id}` ? told : undefined)
}
