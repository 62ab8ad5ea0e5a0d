import { expect, test } from 'vitest'
import { secondsBefore } from './taken.ts'

test('[CO17][C3] the loser is told how long before the click the winner was', () => {
  expect(secondsBefore({ acceptedAt: 10_000, clickedAt: 12_100 })).toBe(2)
})

test('[CO17][C3] who clicked before the other’s acceptance was stored has lost by nothing', () => {
  expect(secondsBefore({ acceptedAt: 10_000, clickedAt: 9_500 })).toBe(0)
})
