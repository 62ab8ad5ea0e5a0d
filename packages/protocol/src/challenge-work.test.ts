import { expect, test } from 'vitest'
import { challengeText, hasZeroBits } from './challenge-work.ts'

test('[WR36] a solution is hashed behind its puzzle', () => {
  expect(challengeText('p.q', 17)).toBe('p.q 17')
})

test.each([
  [[0xff], 0, true],
  [[0x80], 1, false],
  [[0x7f], 1, true],
  [[0x01], 7, true],
  [[0x01], 8, false],
  [[0x00, 0x80], 8, true],
  [[0x00, 0x80], 9, false],
  [[0x00, 0x3f], 10, true],
  [[0x00], 9, false],
])('[WR36] %j begins with %i zero bits: %s', (bytes, bits, does) => {
  expect(hasZeroBits(Uint8Array.from(bytes), bits)).toBe(does)
})
