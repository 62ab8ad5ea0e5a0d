import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Appended } from '../log.ts'
import { eachTurn } from './each-turn.ts'
import { openHub } from './hub.ts'
import type { Session } from './session.ts'

const entry = (position: number, topic: Appended['topic'] = 'settings'): Appended => ({
  topic,
  position,
  tag: `tag${position}`,
  after: `tag${position - 1}`,
  body: `{"n":${position}}`,
})
const commit = (...entries: Appended[]) => ({ entries, stirred: [] })

/** A hub that one session listens to, and the frames it is given. */
function listen() {
  const hub = openHub()
  const frames: { position: number; events: { n: number }[] }[] = []
  const deliver = (_entries: unknown, encoded: Buffer) => void frames.push(JSON.parse(encoded.toString()))
  hub.join('settings', { deliver } as unknown as Session) // the hub calls nothing else
  return { hub, frames }
}

test('[WR58] commits of one turn are one frame of each topic, those of the next another', async () => {
  const { hub, frames } = listen()
  const announce = eachTurn(({ entries }) => hub.deliver(entries))
  announce(commit(entry(1), entry(9, 'lobby:main')))
  announce(commit(entry(2)))
  expect(frames).toEqual([])
  await setImmediate()
  expect(frames).toMatchObject([{ position: 1, events: [{ n: 1 }, { n: 2 }] }])
  announce(commit(entry(3)))
  await setImmediate()
  expect(frames).toMatchObject([{ position: 1 }, { position: 3, events: [{ n: 3 }] }])
})

test('[WR58] commits heard of in the wrong order are said in the right one, and a hole is never said to be none', () => {
  const { hub, frames } = listen()
  hub.deliver([entry(5), entry(4), entry(7)])
  expect(frames).toMatchObject([
    { position: 4, events: [{ n: 4 }, { n: 5 }] },
    { position: 7, events: [{ n: 7 }] },
  ])
})
