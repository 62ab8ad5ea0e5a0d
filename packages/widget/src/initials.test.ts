import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Mateus Figueiredo', 'MF'],
  ['Adaeze Okonkwo-Lindqvist Obi', 'AO'],
  ['  ann ', 'A'],
  ['هانه سورنسن', 'هس'],
  ['🫖 Teapot', '🫖T'],
  ['', ''],
])('[WG31] %s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
