import { newId } from '@portico/protocol/new-id'
import type { ConversationId } from '@portico/protocol/ids'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const internal = rowsOf(`
                                 victor stella ann   olaf  ada   root  rick  server
search.index                     no     no     no    no    no    no    no    ok
`)

const routes = rowsOf(`
                                nobody victor stella ann  olaf ada  root rick sam
POST /api/search/conversations  401    401    401    200  200  200  200  401  401
`)

export const matrix: Matrix = {
  internal,
  routes,
  bodies: { 'POST /api/search/conversations': { fits: { words: 'refund' } } },
  scenes: { 'search.index': () => ({ type: 'search.index', conversations: [newId<ConversationId>()] }) },
}
