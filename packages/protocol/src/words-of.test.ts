import { expect, test } from 'vitest'
import { foundBy, wordsAsked, wordsOf } from './words-of.ts'

test.each([
  ['Adaeze Okonkwo-Lindqvist', ['adaeze', 'okonkwo', 'lindqvist']],
  ['Nguyễn Thị Hồng Nhung', ['nguyen', 'thi', 'hong', 'nhung']],
  ['İpek ÅNGSTRÖM', ['ipek', 'angstrom']],
  ['ليلى بن جلون', ['ليلى', 'بن', 'جلون']],
  ['藤本 はるか', ['藤本', 'はるか']],
  ['Ann ann ANN', ['ann']],
  ['Ann.Lee@posteo.example', ['ann.lee@posteo.example', 'ann', 'lee', 'posteo', 'example']],
  ['  … !?', []],
  ['x'.repeat(200), ['x'.repeat(40)]],
])('[VI69] the words of %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test.each([
  ['okon', true],
  ['lind ada', true],
  ['OKONKWO-LIND', true],
  ['konkwo', false],
  ['ada muller', false],
  ['ada@', true],
  ['ada@shop.ex', true],
  ['shop.example', true],
  ['bob@', false],
  ['', true],
])('[VI69] %s finds Adaeze Okonkwo-Lindqvist, ada@shop.example: %s', (asked, found) => {
  const words = wordsOf('Adaeze Okonkwo-Lindqvist ada@shop.example')
  expect(foundBy(words, wordsAsked(asked))).toBe(found)
})
