import { expect, test } from 'vitest'
import type { Tx } from './db/database.ts'
import { fillElements } from './elements.ts'
import { findByName, type AnyCapability } from './registry.ts'

const NOBODYS = {} as Tx // these capabilities read nothing
const asked: (readonly string[])[] = []
const pages: Pick<AnyCapability, 'elements'> = {
  elements: {
    row: async (_tx, ids) => {
      asked.push(ids)
      return new Map([['tea', { page: null }]])
    },
  },
}

test('[PV5] the parts of all rows of a page are read at once; a row without any stays as it is', async () => {
  const fill = fillElements([pages as AnyCapability, {} as AnyCapability]) // as far as they are asked
  expect(await fill(NOBODYS, 'row', [{ id: 'tea' }, { id: 'water' }])).toEqual([{ id: 'tea', page: null }, { id: 'water' }])
  expect(asked).toEqual([['tea', 'water']])
  expect(await fill(NOBODYS, 'chatLine', [{ id: 'tea' }])).toEqual([{ id: 'tea' }])
  expect(await fill(NOBODYS, 'row', [])).toEqual([])
  expect(asked).toHaveLength(1)
})

test('[AR21] two capabilities that answer to one name do not start', () => {
  expect(() => findByName([{ open: 1 }, { close: 2 }, { open: 3 }])).toThrow('two capabilities handle open')
})
