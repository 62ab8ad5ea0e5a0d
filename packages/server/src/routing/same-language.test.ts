import { expect, test } from 'vitest'
import { sameLanguage } from './same-language.ts'

test.each<[string, string, boolean]>([
  ['fr', 'fr', true],
  ['fr', 'de', false],
  ['fr', 'fr-CA', true],
  ['en-GB', 'en-US', true],
  ['en_GB', 'en-US', true],
  ['EN', 'en', true],
  ['pt-BR', 'pt-PT', true],
  ['zh', 'zh-CN', true],
  ['zh-TW', 'zh-CN', false],
  ['zh-TW', 'zh-Hant', true],
  ['sr-Latn', 'sr-Cyrl', false],
  ['sr', 'sr-Cyrl', true],
  ['no such tag!', 'en', false],
  ['no such tag!', 'no such tag!', true],
  ['', 'en', false],
])('[RT7][C6] %j and %j: %j', (one, other, same) => {
  expect(sameLanguage(one, other)).toBe(same)
  expect(sameLanguage(other, one)).toBe(same)
})
