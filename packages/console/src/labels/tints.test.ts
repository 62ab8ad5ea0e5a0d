import type { LabelId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { freshTint } from './tints.ts'

const label = (tint: number) => ({ id: `l${tint}` as LabelId, kind: 'tag' as const, name: 'Crack', tint }) // a test's own id

test('[CO262][E10] what is made on the way has the colour that fewest have, of equals the first', () => {
  expect(freshTint([])).toBe(1)
  expect(freshTint([label(1), label(2)])).toBe(3)
  expect(freshTint([1, 2, 3, 4, 5, 6, 1, 2].map(label))).toBe(3)
})
