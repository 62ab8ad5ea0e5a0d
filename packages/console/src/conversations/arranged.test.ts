import { expect, test } from 'vitest'
import { arranged, movedTo } from './arranged.ts'
import { active, ANN, row } from './testing-rows.ts'

const ROWS = ['c', 'a', 'd', 'b'].map((id, index) => row(id, active('abcd'.indexOf(id), ANN), { movedAt: 100 - index }))

test.each([
  ['movement', ['b'], 'cadb'],
  ['newest-first', [], 'dcba'],
  ['newest-last', [], 'abcd'],
  ['newest-first', ['b', 'a'], 'dcba'],
  ['newest-last', ['c', 'a'], 'cabd'],
  ['newest-last', ['gone', 'c', 'a'], 'cabd'],
  ['newest-first', ['a', 'd', 'c', 'b'], 'adcb'],
] as const)('[CO294] order %s with %j in their places', (order, places, expected) => {
  expect(
    arranged(ROWS, { order, places })
      .map(({ id }) => id)
      .join(''),
  ).toBe(expected)
})

test.each([
  ['a', 'c', 'bcad'],
  ['d', 'a', 'dabc'],
  ['b', 'a', 'bacd'],
  ['b', 'b', 'abcd'],
  ['x', 'a', 'abcd'],
  ['a', 'x', 'abcd'],
])('[CO294] %s is put where %s stands', (id, target, expected) => {
  expect(movedTo(['a', 'b', 'c', 'd'], id, target).join('')).toBe(expected)
})
