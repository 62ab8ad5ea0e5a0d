import { expect, test } from 'vitest'
import { termsAsked, termsOf } from './terms-of.ts'

test.each([
  ['Résumé, ＷＩＤＥ Ⅻ', ['resume', 'wide', 'xii']],
  ['don’t re-send 12.50 €', ['don', 't', 're', 'send', '12', '50']],
  ['ÅNGSTRÖM и Ёлка', ['angstrom', 'и', 'елка']],
  ['返品したい', ['返品', '品し', 'した', 'たい', 'い']],
  ['iPhone15の箱', ['iphone15', 'の箱', '箱']],
  ['ขอคืนเงิน', ['ขอ', 'อค', 'คน', 'นเ', 'เง', 'งน', 'น']],
  ['환불 부탁', ['환불', '부탁'].map((word) => word.normalize('NFKD'))],
  ['मुझे धनवापसी चाहिए', ['मझ', 'धनवापस', 'चाहए'].map((word) => word.replaceAll(/\p{M}/gu, ''))],
  ['مُرْتَجَع', ['مرتجع']],
  ['🙂 —', []],
  ['a'.repeat(60), ['a'.repeat(40)]],
])('[FT1] %j is found by %j', (text, terms) => {
  expect([...new Set(termsOf(text).map(({ term }) => term))]).toEqual([...new Set(terms)])
})

test('[FT1] where a word stands is said of the text as it was written', () => {
  const text = 'Ein Café, 返品!'
  expect(termsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Ein', 'Café', '返品', '品'])
  const decomposed = 'Cafe\u0301!'
  expect(termsOf(decomposed).map(({ from, to }) => decomposed.slice(from, to))).toEqual(['Cafe\u0301'])
})

test.each([
  ['refund ord', ['refund', 'ord…']],
  ['refund ', ['refund']],
  ['refund refund ', ['refund']],
  ['返品', ['返品']],
  ['返', ['返…']],
  ['"quoted" AND (x:*', ['quoted', 'and', 'x']],
  ['...', []],
])('[FT2] %j asks for %j', (text, asked) => {
  expect(termsAsked(text).map(({ term, begins }) => `${term}${begins ? '…' : ''}`)).toEqual(asked)
})
