import { expect, test } from 'vitest'
import { coverageOf } from './testing-coverage.ts'
import { type World, WORLDS } from './testing-worlds.ts'

// `npm run bench -- estimate` tries the same with thousands of visitors; its table stands in docs/figures.md.
const tried = Object.entries(WORLDS).map(([name, world]) => [name, world] as const)
const all = { inside: 0, told: 0 }

test.each(tried)('[RT20] of the waits that were told an interval some four of five end inside it: %s', (_name, world: World) => {
  const { inside, told, waited } = coverageOf(world, { seeds: [1], recents: [30, 100], arrivals: 2000, every: 60 })
  all.inside += inside
  all.told += told
  expect(told).toBeGreaterThan(0.6 * waited)
  expect(inside / told).toBeGreaterThan(0.62)
  expect(inside / told).toBeLessThan(0.98)
})

test('[RT20] of all of them, between 75 and 90 of a hundred', () => {
  expect(all.told).toBeGreaterThan(300)
  expect(all.inside / all.told).toBeGreaterThan(0.76)
  expect(all.inside / all.told).toBeLessThan(0.89)
})
