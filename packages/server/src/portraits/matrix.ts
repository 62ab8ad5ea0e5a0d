import type { PortraitId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                 nobody victor stella ann   olaf  ada   root  rick  server
portrait.remove of one's own     out    no     no     ok    ok    ok    ok    out   no
portrait.remove of another's     out    no     no     no    no    ok    ok    out   no
`)
const internal = rowsOf(`
                                 victor stella ann   olaf  ada   root  rick  server
portrait.hang                    no     no     ok    ok    ok    ok    no    no
`)
const routes = rowsOf(`
                                 nobody victor stella ann  olaf ada  root rick sam
POST /api/portrait               401    401    401    415  415  415  415  401  401
GET /portraits/:id               404    404    404    404  404  404  404  404  404
`)

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    "portrait.remove of one's own": ({ operator }) => ({ type: 'portrait.remove', operator }),
    "portrait.remove of another's": ({ cast }) => ({ type: 'portrait.remove', operator: cast.bob.id }),
    'portrait.hang': () => ({ type: 'portrait.hang', portrait: newId<PortraitId>(), picture: 'UklGRg==' }),
  },
  routes,
  addresses: { 'GET /portraits/:id': () => `/portraits/${newId()}` },
  // No picture.
  bodies: { 'POST /api/portrait': { asks: { picture: 'none' } } },
}
