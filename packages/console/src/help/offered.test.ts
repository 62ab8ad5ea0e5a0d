import type { LabelId } from '@portico/protocol/ids'
import type { Label } from '@portico/protocol/labels'
import { expect, test } from 'vitest'
import { offered } from './offered.ts'

const label = (name: string, kind: Label['kind'] = 'tag'): Label => ({ id: name as LabelId, kind, name, tint: 1 }) // a test's own id
const all = [label('Breakage'), label('Kiln 12 Nov'), label('Glaze', 'expertise')]

test.each<[words: string, found: string[], fresh: string | undefined]>([
  ['', ['Breakage', 'Kiln 12 Nov', 'Glaze'], undefined],
  ['  ', ['Breakage', 'Kiln 12 Nov', 'Glaze'], undefined],
  ['br', ['Breakage'], 'br'],
  ['12 kil', ['Kiln 12 Nov'], '12 kil'],
  ['bréakage', ['Breakage'], undefined],
  ['wedding list', [], 'wedding list'],
  ['glaze', ['Glaze'], 'glaze'],
])('[CO262][E10] %j finds %j and could make %j', (words, found, fresh) => {
  const told = offered({ known: all, all, words })
  expect([told.found.map(({ name }) => name), told.fresh]).toEqual([found, fresh])
})
