import { expect, test } from 'vitest'
import { initials } from './initials.ts'
import { tintOf } from './tint.ts'

test('[CO24] initials are the first letters of the first and the last word, in any script', () => {
  expect(initials('Adaeze Chi Okonkwo-Lindqvist')).toBe('AO')
  expect(initials('  vera ')).toBe('V')
  expect(initials('山田 太郎')).toBe('山太')
  expect(initials('\u202E<b>x</b>')).toBe('B')
})

test('[CO24] a name of marks alone has none, and one letter is never a page of them', () => {
  expect(initials('!!! \u200B')).toBe('')
  expect(initials(`a${'\u0301'.repeat(10_000)}`).length).toBeLessThan(10)
})

test('[CO24] somebody has one tint for ever', () => {
  expect(tintOf('vera')).toBe(tintOf('vera'))
  expect(new Set(Array.from({ length: 200 }, (_, index) => tintOf(`visitor ${index}`))).size).toBe(6)
})
