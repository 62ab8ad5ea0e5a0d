import { expect, test } from 'vitest'
import type { Entry } from '../log.ts'
import { firstPage } from './first-page.ts'

const entry = (position: number, length = 10): Entry => ({ topic: 'settings', position, tag: 'tag', body: 'x'.repeat(length) })
const entries = (...positions: number[]) => positions.map((position) => entry(position))

test.each([
  { name: 'all, where they are in a row', of: entries(4, 5, 6), to: 6 },
  { name: 'up to a hole', of: entries(4, 5, 7, 8), to: 5 },
  { name: 'a hundred', of: entries(...Array.from({ length: 150 }, (_, i) => i + 1)), to: 100 },
  { name: 'what fits into a frame', of: [entry(1, 30_000), entry(2, 30_000), entry(3, 30_000)], to: 2 },
  { name: 'one, however long', of: [entry(1, 100_000), entry(2)], to: 1 },
])('[WR58] a page is $name', ({ of, to }) => {
  expect(firstPage(of).at(-1)?.position).toBe(to)
})
