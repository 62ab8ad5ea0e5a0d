import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const internal = rowsOf(`
                                 victor stella ann   olaf  ada   root  rick  server
operator.miss                    no     no     no    no    no    no    no    ok
operator.give-up                 no     no     no    no    no    no    no    ok
operator.return                  no     no     no    no    no    no    no    ok
queue.leave                      no     no     no    no    no    no    no    ok
queue.return                     no     no     no    no    no    no    no    ok
queue.staff                      no     no     no    no    no    no    no    ok
`)

const routes = rowsOf(`
                                  nobody victor stella ann  olaf ada  root rick sam
GET /api/channels/:id/candidates  401    401    401    200  404  200  200  401  401
GET /api/queues                   401    401    401    200  200  200  200  401  401
`)

export const matrix: Matrix = {
  internal,
  routes,
  addresses: { 'GET /api/channels/:id/candidates': () => `/api/channels/${MAIN}/candidates` },
  scenes: {
    'operator.miss': ({ operator }) => ({ type: 'operator.miss', operator }),
    'operator.give-up': ({ operator }) => ({ type: 'operator.give-up', operator }),
    'operator.return': ({ operator }) => ({ type: 'operator.return', operator }),
    'queue.leave': async (scene) => ({ type: 'queue.leave', ...(await requested(scene)) }),
    'queue.return': async (scene) => ({ type: 'queue.return', ...(await requested(scene)) }),
    'queue.staff': () => ({ type: 'queue.staff', channels: [MAIN] }),
  },
}

async function requested({ cast, victor }: Scene): Promise<{ conversation: ConversationId }> {
  const conversation = newId<ConversationId>()
  const line = newId<LineId>()
  const opening = { type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hello', introduction: {} } as const
  await cast.run(opening, victor.actor)
  return { conversation }
}
