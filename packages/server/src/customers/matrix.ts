import type { ChannelId, CustomerId, IdentityKeyId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import { system } from '../platform/actor.ts'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'
import { customerIdOf } from './customer.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
identity-key.end                      out    no     no     no    no    ok    ok    out   no
visitor.unlink                        out    no     no     no    no    ok    ok    out   no
customer.log-out                      out    no     no     no    no    ok    ok    out   no
`)
const internal = rowsOf(`
                                      victor stella ann   olaf  ada   root  rick  server
identity-key.make                     no     no     no    no    ok    ok    no    no
visitor.identify                      no     no     no    no    no    no    no    ok
`)
const routes = rowsOf(`
                                      nobody victor stella ann  olaf ada  root rick sam
POST /api/identify                    403    403    403    403  403  403  403  403  403
GET /api/channels/:id/identity-keys   401    401    401    403  403  200  200  401  401
POST /api/channels/:id/identity-keys  401    401    401    403  403  200  200  401  401
`)

export const matrix: Matrix = {
  commands,
  internal,
  routes,
  addresses: {
    'GET /api/channels/:id/identity-keys': () => `/api/channels/${MAIN}/identity-keys`,
    'POST /api/channels/:id/identity-keys': () => `/api/channels/${MAIN}/identity-keys`,
  },
  bodies: {
    'POST /api/identify': { fits: { channel: MAIN, token: 'nobody has signed this' } },
    'POST /api/channels/:id/identity-keys': { fits: { kind: 'secret' } },
  },
  scenes: {
    'identity-key.end': async (scene) => ({ type: 'identity-key.end', key: (await made(scene)).key, afterMs: 0 }),
    'visitor.unlink': async (scene) => {
      await identified(scene)
      return { type: 'visitor.unlink', visitor: scene.victor.id }
    },
    'customer.log-out': async (scene) => ({ type: 'customer.log-out', customer: await identified(scene) }),
    'identity-key.make': async (scene) => making(await unmade(scene)),
    'visitor.identify': async (scene) => ({ ...identifying(await made(scene)), visitor: scene.victor.id }),
  },
  named: { 'identity-key.end': ['key'], 'visitor.unlink': ['visitor'], 'customer.log-out': ['customer'] },
}

type Key = { key: IdentityKeyId; channel: ChannelId }

const making = ({ key, channel }: Key) =>
  ({ type: 'identity-key.make', key, channel, algorithm: 'HS256', material: `secret-of-${key}` }) as const

const identifying = ({ key, channel }: Key) =>
  ({ type: 'visitor.identify', channel, key, signedAt: 0, claims: { sub: `sub-of-${key}` } }) as const

/** In a channel of its own: each has so many and no more. */
async function unmade({ cast }: Scene): Promise<Key> {
  const channel = newId<ChannelId>()
  await cast.run({ type: 'channel.create', channel, name: `Keys ${channel}` }, cast.root.actor)
  return { key: newId<IdentityKeyId>(), channel }
}

async function made(scene: Scene): Promise<Key> {
  const key = await unmade(scene)
  await scene.cast.run(making(key), scene.cast.root.actor)
  return key
}

async function identified(scene: Scene): Promise<CustomerId> {
  const key = await made(scene)
  const command = identifying(key)
  await scene.cast.run({ ...command, visitor: scene.victor.id }, system('customers'))
  return customerIdOf(key.channel, command.claims.sub)
}
