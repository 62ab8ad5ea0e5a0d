import { expect, test } from 'vitest'
import { chooseLocale, languageOf } from './locale.ts'

test.each([
  ['the snippet comes first', ['fr', 'en', 'en-GB'], 'fr'],
  ['then the page', [undefined, 'fr-CA', 'en'], 'fr-CA'],
  ['then the browser', [undefined, '', 'de', 'fr'], 'fr'],
  ['a language that is not spoken is passed over', ['ja', 'ar-EG', 'en-AU'], 'en-AU'],
  ['a page written with an underscore', ['fr_CH'], 'fr-CH'],
  ['what is no language tag at all', ['fr-!', 'frightful', null], 'en'],
  ['what is longer than the server takes', ['fr-' + Array(4).fill('abcdefgh').join('-')], 'en'],
  ['nobody says anything', [], 'en'],
])('[WG22][A30] %s', (_name, wishes, locale) => {
  expect(chooseLocale(wishes)).toBe(locale)
  expect(() => new Intl.PluralRules(chooseLocale(wishes))).not.toThrow()
})

test('[WG22] the region chooses formats, the language the texts', () => {
  expect(languageOf('fr-CA')).toBe('fr')
  expect(languageOf('EN')).toBe('en')
})
