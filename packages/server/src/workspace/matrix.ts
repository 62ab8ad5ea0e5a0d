import { mintToken } from '../auth/token.ts'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                            nobody victor stella ann   olaf  ada   root  rick  server
site.rename                 out    no     no     no    no    ok    ok    out   ok
site.choose-zone            out    no     no     no    no    ok    ok    out   ok
site.switch                 out    no     no     no    no    ok    ok    out   ok
`)
const routes = rowsOf(`
                            nobody victor stella ann  olaf ada  root rick sam
POST /api/invitations/find  404    404    404    404  404  404  404  404  404
GET /api/start              200    200    200    200  200  200  200  200  200
GET /api/security           401    401    401    403  403  200  200  401  401
GET /api/security.csv       401    401    401    403  403  200  200  401  401
`)

export const matrix: Matrix = {
  commands,
  scenes: {
    'site.rename': () => ({ type: 'site.rename', name: 'Barro e Sal' }),
    'site.switch': () => ({ type: 'site.switch', what: 'operator-to-customer', isOn: true }),
    'site.choose-zone': () => ({ type: 'site.choose-zone', zone: 'Europe/Lisbon' }),
  },
  routes,
  bodies: { 'POST /api/invitations/find': { fits: { token: mintToken() } } },
}
