import { expect, test } from 'vitest'
import { firstUnread } from './first-unread.ts'
import { lineToMark } from './line-to-mark.ts'
import { ANN, BOB, line, notice } from '../conversations/testing-rows.ts'

test('[CO18][E2] reading marks the newest line, once words of the visitor have come', () => {
  expect(lineToMark([line(1), line(2), line(3, { by: BOB })], 1)).toBe('line-3')
})

test('[CO18][E2] nothing is marked where only operators have written since', () => {
  expect(lineToMark([line(1), line(2, { by: BOB }), notice(3, 'joined', { by: ANN })], 1)).toBeUndefined()
})

test('[CO15] new lines begin with the visitor’s first words beyond my mark', () => {
  expect(firstUnread([line(1), line(2, { by: BOB }), line(3), line(4)], 1)?.id).toBe('line-3')
})
