import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const routes = rowsOf(`
                                       nobody victor stella ann  olaf ada  root rick sam
GET /api/conversations/:id/transcript  401    401    401    200  404  404  404  401  401
GET /api/chats/:id/transcript          401    200    404    401  401  401  401  401  401
`)

export const matrix: Matrix = {
  routes,
  addresses: {
    'GET /api/conversations/:id/transcript': ({ conversation }) => `/api/conversations/${conversation}/transcript`,
    'GET /api/chats/:id/transcript': ({ conversation }) => `/api/chats/${conversation}/transcript`,
  },
}
