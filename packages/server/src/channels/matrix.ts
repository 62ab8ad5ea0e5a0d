import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Cast } from '@portico/testkit/cast'
import type { Matrix } from '../testing-matrix.ts'
import { must } from '../platform/must.ts'
import { rowsOf } from '../testing-table.ts'
import { optionsFrom } from './options.ts'

const commands = rowsOf(`
                            nobody victor stella ann   olaf  ada   root  rick  server
channel.create              out    no     no     no    no    ok    ok    out   no
channel.configure           out    no     no     no    no    ok    ok    out   no
channel.join of another     out    no     no     no    no    ok    ok    out   no
channel.join of oneself     out    no     no     no    no    ok    ok    out   no
channel.join after leaving  out    no     no     ok    ok    ok    ok    out   no
channel.leave of another    out    no     no     no    no    ok    ok    out   no
channel.leave of oneself    out    no     no     ok    ok    ok    ok    out   no
`)
const internal = rowsOf(`
                            victor stella ann   olaf  ada   root  rick  server
channel.paint               no     no     no    no    no    no    no    ok
channel.enroll              no     no     no    no    no    no    no    ok
lobby.rename                no     no     no    no    no    no    no    ok
memberships.tell            no     no     no    no    no    no    no    ok
`)

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'channel.create': () => ({ type: 'channel.create', channel: newId<ChannelId>(), name: 'Fairs' }),
    'channel.configure': async ({ cast }) => ({
      type: 'channel.configure',
      channel: await channelOf(cast),
      part: 'channels',
      options: { ...optionsFrom({}).channels, name: 'Fairs' },
      of: 1,
    }),
    'channel.join of another': async ({ cast }) => ({
      type: 'channel.join',
      channel: await channelOf(cast),
      operator: cast.bob.id,
    }),
    'channel.join of oneself': async ({ cast, operator }) => ({
      type: 'channel.join',
      channel: await channelOf(cast),
      operator,
    }),
    'channel.join after leaving': async ({ cast, operator }) => {
      const channel = await channelOf(cast, operator)
      await cast.run({ type: 'channel.leave', channel, operator }, actorOf(cast, operator))
      return { type: 'channel.join', channel, operator }
    },
    'channel.leave of another': async ({ cast }) => ({
      type: 'channel.leave',
      channel: await channelOf(cast, cast.bob.id),
      operator: cast.bob.id,
    }),
    'channel.leave of oneself': async ({ cast, operator }) => ({
      type: 'channel.leave',
      channel: await channelOf(cast, operator),
      operator,
    }),

    'channel.paint': async ({ cast }) => ({ type: 'channel.paint', channel: await channelOf(cast), colour: '#8a3b26' }),
    'lobby.rename': () => ({ type: 'lobby.rename' }),
    'memberships.tell': ({ cast }) => ({ type: 'memberships.tell', operator: cast.bob.id }),
    'channel.enroll': async ({ cast }) => ({
      type: 'channel.enroll',
      operator: cast.bob.id,
      channels: [await channelOf(cast)],
    }),
  },
  named: {
    'channel.configure': ['channel'],
    'channel.join of another': ['channel', 'operator'],
    'channel.leave of another': ['channel', 'operator'],
  },
}

const actorOf = ({ ann, olaf, ada, root, rick }: Cast, operator: OperatorId) =>
  must([ann, olaf, ada, root, rick].find(({ id }) => id === operator)).actor

async function channelOf(cast: Cast, ...members: OperatorId[]): Promise<ChannelId> {
  const channel = newId<ChannelId>()
  await cast.run({ type: 'channel.create', channel, name: 'Fairs' }, cast.root.actor)
  for (const operator of members) await cast.run({ type: 'channel.join', channel, operator }, cast.root.actor)
  return channel
}
