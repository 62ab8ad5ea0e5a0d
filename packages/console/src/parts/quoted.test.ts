import { expect, test } from 'vitest'
import { quoted, splitQuoted } from './quoted.ts'

test('[CO96] what is quoted is found again, line for line', () => {
  const text = 'Can it be here by then?\n\n> and this was a quotation'
  expect(splitQuoted(`${quoted(text)}It can.`)).toEqual({ quote: text, rest: 'It can.' })
})

test.each([
  ['no quotation', '', 'no quotation'],
  ['first\n> later', '', 'first\n> later'],
  ['>5 is more than 4', '', '>5 is more than 4'],
  ['> all of it', 'all of it', ''],
])('[CO96] %j begins with %j', (text, quote, rest) => {
  expect(splitQuoted(text)).toEqual({ quote, rest })
})
