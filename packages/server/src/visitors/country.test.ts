import { expect, test } from 'vitest'
import { readCountry, sameCountry } from './country.ts'

test.each([
  ['DE', 'DE'],
  ['de', 'DE'],
  ['De', 'DE'],
  ['', undefined],
  ['D', undefined],
  ['DEU', undefined],
  ['Germany', undefined],
  ['d1', undefined],
  ['dé', undefined],
  [' de', undefined],
])('[VI80] %j is the country %j', (written, country) => {
  expect(readCountry(written)).toBe(country)
})

test.each([
  ['de', 'DE', true],
  ['AT', 'at', true],
  ['AT', 'DE', false],
  [undefined, 'DE', false],
  ['DE', null, false],
  [undefined, undefined, false],
  ['', '', false],
  ['Germany', 'Germany', false],
])('[VI80] %j and %j are the same country: %s', (one, other, same) => {
  expect(sameCountry(one, other)).toBe(same)
})
