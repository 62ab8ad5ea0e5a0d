import { expect, test } from 'vitest'
import { waitOf, withOneMore, type Tries } from './tries.ts'

const MINUTE_MS = 60_000

test('[AU31] ten tries from anywhere at once, then each waits twice as long, a quarter of an hour at most', () => {
  expect(waitsOf('anywhere', 17)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15])
})

test('[AU31] five from a device that is known', () => {
  expect(waitsOf('known-device', 8)).toEqual([0, 0, 0, 0, 1, 2, 4, 8])
})

test('[AU31] an hour without a try, and they are forgotten', () => {
  expect(withOneMore({ count: 30, at: 0 }, 60 * MINUTE_MS - 1).count).toBe(31)
  expect(withOneMore({ count: 30, at: 0 }, 60 * MINUTE_MS).count).toBe(1)
})

/** The minutes of waiting after each of so many tries. */
function waitsOf(from: 'anywhere' | 'known-device', count: number): number[] {
  let tries: Tries | undefined
  return Array.from({ length: count }, () => {
    tries = withOneMore(tries, 0)
    return waitOf(tries, from, 0) / MINUTE_MS
  })
}
