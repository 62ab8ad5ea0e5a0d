import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inFrames } from './in-frames.ts'

let frames: (() => void)[] = []
beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw))
  vi.stubGlobal('cancelAnimationFrame', () => {})
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function store() {
  const listeners = new Set<() => void>()
  return {
    change: () => listeners.forEach((changed) => changed()),
    subscribe: (changed: () => void) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}
const draw = () => frames.splice(0).forEach((frame) => frame())

test('[CO281] however often something changes before a frame, and however many things do, each is heard once in it', () => {
  const [lists, clock] = [store(), store()]
  const heard: string[] = []
  inFrames(lists.subscribe)(() => heard.push('lists'))
  inFrames(clock.subscribe)(() => heard.push('clock'))
  for (let n = 0; n < 50; n++) lists.change()
  clock.change()
  expect(heard).toEqual([])
  expect(frames).toHaveLength(1)
  draw()
  expect(heard).toEqual(['lists', 'clock'])
  lists.change()
  draw()
  expect(heard).toEqual(['lists', 'clock', 'lists'])
})

test('[CO281] a page that nobody sees, which has no frames, hears of it all the same, and no second time', () => {
  const lists = store()
  let heard = 0
  inFrames(lists.subscribe)(() => heard++)
  lists.change()
  vi.advanceTimersByTime(1000)
  expect(heard).toBe(1)
  lists.change()
  draw()
  vi.advanceTimersByTime(1000)
  expect(heard).toBe(2)
})

test('[CO281] who listens no more hears nothing of what came before the frame', () => {
  const lists = store()
  let heard = 0
  const stop = inFrames(lists.subscribe)(() => heard++)
  lists.change()
  stop()
  draw()
  expect(heard).toBe(0)
})
