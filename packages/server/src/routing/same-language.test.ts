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
  // Deprecated subtags and their preferred values: IANA Language Subtag Registry; `cmn` and `sh`: CLDR, aliases of languages.
  ['iw', 'he', true],
  ['iw-IL', 'he', true],
  ['in', 'id', true],
  ['tl', 'fil', true],
  ['tl', 'fil-PH', true],
  ['ji', 'yi', true],
  ['mo', 'ro', true],
  ['cmn', 'zh', true],
  ['cmn', 'zh-TW', false],
  ['sh', 'sr-Latn', true],
  ['sh', 'sr', false],
  ['nb', 'no', true],
  ['nb-NO', 'no', true],
  ['nn', 'no', true],
  ['nn-NO', 'nb-NO', true],
  ['da', 'no', false],
  ['und', 'en', false],
  ['und', 'und', true],
  ['no such tag!', 'en', false],
  ['no such tag!', 'no such tag!', true],
  ['', 'en', false],
])('[RT7][C6] %j and %j: %j', (one, other, same) => {
  expect(sameLanguage(one, other)).toBe(same)
  expect(sameLanguage(other, one)).toBe(same)
})

test('[RT7] two thousand tags that somebody made up are told apart, and what was known before still is', () => {
  const madeUp = Array.from({ length: 2000 }, (_, index) => `qaa-x-${index}`)
  expect(madeUp.filter((tag) => sameLanguage(tag, 'en'))).toEqual([])
  expect(sameLanguage('iw', 'he')).toBe(true)
})
