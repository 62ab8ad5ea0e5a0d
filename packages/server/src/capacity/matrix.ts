import { MAIN } from '@portico/testkit/person'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                            nobody victor stella ann   olaf  ada   root  rick  server
capacity.set                out    no     no     no    no    ok    ok    out   no
`)

export const matrix: Matrix = {
  commands,
  scenes: {
    'capacity.set': ({ operator }) => ({ type: 'capacity.set', operator, channel: MAIN, atOnce: 7 }),
  },
  named: { 'capacity.set': ['operator', 'channel'] },
}
