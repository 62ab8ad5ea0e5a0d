import { expect, test } from 'vitest'
import { randomTag } from './random-tag.ts'

test('tags are of one length and never the same, also where the bytes at hand have been used up', () => {
  const tags = Array.from({ length: 1000 }, randomTag)
  expect(new Set(tags).size).toBe(1000)
  expect(tags.every((tag) => /^[\w-]{8}$/.test(tag))).toBe(true)
})
