import { expect, test } from 'vitest'
import { isolated } from './isolated.ts'

test('[CO36][H7] a name in a sentence keeps its direction to itself', () => {
  expect(isolated('Vera')).toBe('Vera')
  expect(isolated('ورا')).toBe('\u2068ورا\u2069')
})

test('[CO36][H7] a name cannot turn the sentence around or break out', () => {
  expect(isolated('\u202eareV')).toBe('areV')
  expect(isolated('ورا\u2069\u202e')).toBe('\u2068ورا\u2069')
})
