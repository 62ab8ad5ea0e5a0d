import { expect, test } from 'vitest'
import { listed } from './listed.ts'
import { texts } from './texts.en.ts'

test.each([
  [['Ada'], 'Ada'],
  [['Ada', 'Mateus'], 'Ada and Mateus'],
  [['Ada', 'Mateus', 'Hanne'], 'Ada, Mateus, and 1 more'],
])('[WG102] %j are listed as "%s"', (names, said) => {
  expect(listed({ names, locale: 'en', more: texts.more })).toBe(said)
})
