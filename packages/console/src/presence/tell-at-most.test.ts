import { expect, test } from 'vitest'
import { tellAtMost } from './tell-at-most.ts'

test('[PR41] an hour of moving the mouse is told sixty times, not at every move', () => {
  let [now, told] = [0, 0]
  const acted = tellAtMost(() => told++, { everyMs: 60_000, now: () => now })
  for (; now < 3_600_000; now += 100) acted()
  expect(told).toBe(60)
})

test('[PR41] the first act after a pause is told at once', () => {
  let [now, told] = [0, 0]
  const acted = tellAtMost(() => told++, { everyMs: 60_000, now: () => now })
  acted()
  now = 600_000
  acted()
  expect(told).toBe(2)
})
