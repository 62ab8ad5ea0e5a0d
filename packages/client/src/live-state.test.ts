import { expect, test } from 'vitest'
import { unknownTopic } from './kept-topic.ts'
import { openLiveState } from './live-state.ts'
import { settled } from './testing/hand-clock.ts'
import { entriesOf, snapshotOf, tab, vera, visitorView, welcomed, welcomeVera } from './testing/people.ts'

const own = `visitor:${vera}` as const

test('[CL28] however much changes in one tick, each subscriber is told once', async () => {
  const state = openLiveState()
  const told: string[] = []
  state.subscribe(() => told.push('widget'))
  const stop = state.subscribe(() => told.push('title'))
  for (let step = 0; step < 5; step += 1) state.changed()
  expect(told).toEqual([])
  await settled()
  expect(told).toEqual(['widget', 'title'])
  stop()
  state.changed()
  await settled()
  expect(told).toEqual(['widget', 'title', 'widget'])
})

test('[CL28] one function that subscribes twice is told twice, and each undoing undoes one', async () => {
  const state = openLiveState()
  let told = 0
  const hear = () => {
    told += 1
  }
  const stop = state.subscribe(hear)
  state.subscribe(hear)
  stop()
  stop()
  state.changed()
  await settled()
  expect(told).toBe(1)
})

test('[CL24] what is shown is the same object as long as nothing changed, and nobody is told of what is not shown', async () => {
  const state = openLiveState()
  let told = 0
  state.put(own, unknownTopic)
  await settled()
  state.subscribe(() => {
    told += 1
  })
  state.put(own, { ...unknownTopic, cursor: 3 })
  await settled()
  expect(told).toBe(0)
  const topics = state.topics()
  state.put(own, { ...unknownTopic, shown: visitorView })
  await settled()
  expect([told, state.topics() === topics, state.get(own)?.shown === visitorView]).toEqual([1, true, true])
})

test('[CL24] an entry that repeats what is known leaves the view the same object', () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera(), ...snapshotOf(own, visitorView, 3))
  const before = live.view(own)
  socket.hear(entriesOf(own, 2, { type: 'topic.left', topic: 'chat:tea' }))
  expect(before).toBeDefined()
  expect(live.view(own)).toBe(before)
})
