import { expect, test } from 'vitest'
import { countryOf } from './country-of.ts'

test.each<[locale: string, country: string | undefined]>([
  ['de-AT', 'AT'],
  ['zh-Hant-TW', 'TW'],
  ['pt_BR', undefined],
  ['fr', undefined],
  ['es-419', undefined],
  ['', undefined],
  ['nonsense!', undefined],
])('[RT121][C7] a browser that speaks %j is from %j', (locale, country) => {
  expect(countryOf(locale)).toBe(country)
})
