import { expect, test } from 'vitest'
import { keptLinkToken, tokenIn } from './link-token.ts'

test.each([
  ['#token=abc-DEF_123', 'abc-DEF_123'],
  ['token=abc-DEF_123', 'abc-DEF_123'],
  ['', undefined],
  ['#', undefined],
  ['#token=', undefined],
  ['#token=<script>', undefined],
  ['#section', undefined],
])('[CO39] the fragment %s holds the token %s', (fragment, token) => {
  expect(tokenIn(fragment)).toBe(token)
})

test.each([null, undefined, 7, {}, { linkToken: 7 }])('[CO39] an entry of the history that holds none: %j', (state) => {
  expect(keptLinkToken({ state, replaceState: () => {} })).toBe('')
})
