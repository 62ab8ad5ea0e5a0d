import { MAIN } from '@portico/testkit/person'
import { OTHER } from '@portico/testkit/site'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                 nobody victor stella ann   olaf  ada   root  rick  server
availability.set                 out    no     no     ok    ok    ok    ok    out   no
presence.configure               out    no     no     no    no    ok    ok    out   ok
`)
const internal = rowsOf(`
                                 victor stella ann   olaf  ada   root  rick  server
operator.appear                  no     no     no    no    no    no    no    ok
operator.vanish                  no     no     no    no    no    no    no    ok
operator.idle                    no     no     no    no    no    no    no    ok
node.renew                       no     no     no    no    no    no    no    ok
node.forget                      no     no     no    no    no    no    no    ok
lobby.refresh                    no     no     no    no    no    no    no    ok
presence.tell                    no     no     no    no    no    no    no    ok
login.follow                     no     no     no    no    no    no    no    ok
`)
const routes = rowsOf(`
                                 nobody victor stella ann  olaf ada  root rick sam
GET /api/preview                 200    200    200    200  200  200  200  200  200
`)
const topics = rowsOf(`
                                 victor stella ann   olaf  ada   root
lobby main                       heard  heard  gone  gone  gone  gone
lobby other                      gone   gone   gone  gone  gone  gone
settings                         gone   gone   heard heard heard heard
`)

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'availability.set': () => ({ type: 'availability.set', availability: 'everybody' }),
    'presence.configure': () => ({ type: 'presence.configure', lowersAtSignIn: true }),

    'operator.appear': ({ operator }) => ({ type: 'operator.appear', operator, node: 'here' }),
    'operator.vanish': ({ operator }) => ({ type: 'operator.vanish', operator, node: 'all' }),
    'operator.idle': ({ operator }) => ({ type: 'operator.idle', operator, node: 'here', since: null }),
    'node.renew': () => ({ type: 'node.renew', node: 'here' }),
    'node.forget': () => ({ type: 'node.forget', node: 'here', beat: null }),
    'presence.tell': ({ operator }) => ({ type: 'presence.tell', operator }),
    'login.follow': ({ operator }) => ({ type: 'login.follow', operator, begunAt: null }),
    'lobby.refresh': () => ({ type: 'lobby.refresh', channels: [MAIN] }),
  },
  routes,
  topics,
  topicOf: {
    'lobby main': () => `lobby:${MAIN}`,
    'lobby other': () => `lobby:${OTHER}`,
    settings: () => 'settings',
  },
}
