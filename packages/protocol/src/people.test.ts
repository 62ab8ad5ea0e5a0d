import { expect, test } from 'vitest'
import { firstNames } from './first-names.ts'
import { newId } from './new-id.ts'
import { initialsOf } from './initials.ts'
import { tintOf } from './tint.ts'
import { visitorCode } from './visitor-code.ts'

test('[VI45] a code has four letters that nobody confuses, whatever the id ends with', () => {
  const ids = Array.from({ length: 5000 }, () => newId())
  for (const id of [...ids, '----', '', 'abc----', 'lI1O0']) expect(visitorCode(id)).toMatch(/^[BCDFGHJKMNPQRTVWXY34679]{4}$/)
  expect(visitorCode('vera')).toBe(visitorCode('vera'))
})

test('[VI45] ids that were minted one after the other have codes that differ in more than a letter', () => {
  const codes = Array.from({ length: 300 }, () => visitorCode(newId()))
  expect(new Set(codes).size).toBeGreaterThan(295)
  const same = codes.slice(1).map((code, at) => Array.from(code).filter((letter, place) => letter === codes[at]?.[place]).length)
  expect(same.filter((count) => count > 1).length).toBeLessThan(15)
})

test('[WG101] somebody has one tint for ever, and all six are somebody’s', () => {
  expect(tintOf('vera')).toBe(tintOf('vera'))
  expect(new Set(Array.from({ length: 200 }, (_, index) => tintOf(`visitor ${index}`))).size).toBe(6)
})

test.each([
  ['Mateus Figueiredo', 'MF'],
  ['Adaeze Okonkwo-Lindqvist Obi', 'AO'],
  ['  ann ', 'A'],
  ['هانه سورنسن', 'هس'],
  ['山田 太郎', '山太'],
  ['🫖 Teapot', '🫖T'],
  ['\u202E<b>x</b>', 'B'],
  ['!!! \u200B', ''],
  ['', ''],
])('[WG31][CO24] %s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
test('[WG31][CO24] one letter is never a page of them', () => {
  expect(initialsOf(`a${'\u0301'.repeat(10_000)}`).length).toBeLessThan(10)
})

test.each([
  [
    ['Adaeze Okonkwo', 'Mateus Figueiredo'],
    ['Adaeze', 'Mateus'],
  ],
  [
    ['Hanne Sørensen', 'Hanne Lindqvist'],
    ['Hanne S.', 'Hanne L.'],
  ],
  [
    ['Hanne', 'Hanne Lindqvist'],
    ['Hanne', 'Hanne L.'],
  ],
  [['Dr. Ada Obi'], ['Ada']],
  [
    ['山田太郎', ''],
    ['山田太郎', ''],
  ],
])('[WG102] %j are called %j', (names, short) => {
  expect(firstNames(names)).toEqual(short)
})

test('[CV320][E25] what is held together by no-break spaces is not cut to a first name, and has initials all the same', () => {
  const held = ['Glaze\u00A0team\u00A01', 'Glaze\u00A0team\u00A02']
  expect(firstNames(held)).toEqual(held)
  expect(firstNames(['Glaze team 1'])).toEqual(['Glaze'])
  expect(held.map(initialsOf)).toEqual(['G1', 'G2'])
})
