import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
  '[SE9] a spreadsheet takes no cell for a formula: %j',
  (text) => {
    expect(csvOf([[text]])).toBe(`"'${text}"\r\n`)
  },
)

test('[SE9] quotes, commas and line ends stay within their cell', () => {
  expect(csvOf([['a"b', 'c,d', 'e\nf', 7, null]])).toBe('"a""b","c,d","e\nf","7",""\r\n')
  expect(csvOf([['","=1+1']])).toBe('""",""=1+1"\r\n')
})
