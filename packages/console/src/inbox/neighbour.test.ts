import { expect, test } from 'vitest'
import { neighbour } from './neighbour.ts'

test('[CO9] J and K go through the list and stay at its ends', () => {
  const ids = ['one', 'two', 'three']
  expect(neighbour(ids, 'one', 1)).toBe('two')
  expect(neighbour(ids, 'three', 1)).toBe('three')
  expect(neighbour(ids, 'one', -1)).toBe('one')
})

test('[CO9] from nowhere J comes to the first and K to the last', () => {
  expect(neighbour(['one', 'two'], undefined, 1)).toBe('one')
  expect(neighbour(['one', 'two'], 'gone', -1)).toBe('two')
  expect(neighbour([], undefined, 1)).toBeUndefined()
})
