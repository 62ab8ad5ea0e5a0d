import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import { expect, test, vi } from 'vitest'
import type { Chat } from '../../chat.ts'
import { openQueue } from './queue.ts'

type Minutes = Extract<Fleeting, { type: 'queue.place' }>['minutes']
const MINUTE_MS = 60_000

/** A chat whose server says what it is told to. */
function openTold() {
  let heard: (topic: Topic, message: Fleeting) => void = () => {}
  const live = { onFleeting: (listener: typeof heard) => (heard = listener) }
  const chat = {
    connection: () => ({ live }),
    subscribe: () => () => {},
    changed: () => {},
    view: () => ({ id: 'tea' }),
  } as unknown as Chat // as far as it is asked
  const queue = openQueue(chat)
  const say = (place: number, minutes: Minutes, topic: Topic = 'chat:tea') =>
    heard(topic, { type: 'queue.place', place, minutes })
  return { queue, say }
}

test('[WG200] the place is that of the conversation which is shown', () => {
  const { queue, say } = openTold()
  expect(queue()).toBeUndefined()
  say(3, null, 'chat:coffee')
  expect(queue()).toBeUndefined()
  say(2, { from: 1, to: 4 })
  expect(queue()).toMatchObject({ place: 2, minutes: { from: 1, to: 4 }, isLonger: false })
})

test('[WG201] it takes longer where the end moves back by more than a minute, counted from what was said first', () => {
  vi.useFakeTimers({ now: 0 })
  try {
    const { queue, say } = openTold()
    say(2, { from: 1, to: 4 })
    vi.setSystemTime(2 * MINUTE_MS)
    say(1, { from: 0, to: 3 })
    expect(queue()).toMatchObject({ isLonger: false })
    vi.setSystemTime(3 * MINUTE_MS)
    say(1, { from: 1, to: 3 })
    expect(queue()).toMatchObject({ isLonger: true })
    say(1, null)
    expect(queue()).toMatchObject({ isLonger: false })
  } finally {
    vi.useRealTimers()
  }
})
