import { expect, test } from 'vitest'
import { mailLocaleOf } from './mail-locale.ts'

test.each([
  ['fr', 'fr'],
  ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'fr'],
  ['de, en;q=0.3, fr;q=0.7', 'fr'],
  ['EN-gb', 'en'],
  ['fr;q=0, en;q=0.1', 'en'],
  ['de, es', undefined],
  ['fr;q=high', undefined],
  ['', undefined],
  [undefined, undefined],
  [`${'x'.repeat(1_000_000)},fr`, undefined],
])('[AU86] of what a browser wishes the first is taken in which mails are written: %s', (wished, locale) => {
  expect(mailLocaleOf(wished)).toBe(locale)
})
