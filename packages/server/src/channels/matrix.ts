import type { ChannelId, OperatorId, TeamId } from '@portico/protocol/ids'
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
channel.archive             out    no     no     no    no    ok    ok    out   no
channel.restore             out    no     no     no    no    ok    ok    out   no
channel.grant               out    no     no     no    no    ok    ok    out   no
team.make                   out    no     no     no    no    ok    ok    out   no
team.rename                 out    no     no     no    no    ok    ok    out   no
team.remove                 out    no     no     no    no    ok    ok    out   no
team.add                    out    no     no     no    no    ok    ok    out   no
team.drop                   out    no     no     no    no    ok    ok    out   no
`)
const internal = rowsOf(`
                            victor stella ann   olaf  ada   root  rick  server
channel.paint               no     no     no    no    no    no    no    ok
channel.enroll              no     no     no    no    no    no    no    ok
lobby.rename                no     no     no    no    no    no    no    ok
lobby.switch                no     no     no    no    no    no    no    ok
memberships.tell            no     no     no    no    no    no    no    ok
levels.follow               no     no     no    no    no    no    no    ok
`)

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'channel.create': () => ({ type: 'channel.create', channel: newId<ChannelId>(), name: newId() }),
    'channel.archive': async ({ cast }) => ({ type: 'channel.archive', channel: await channelOf(cast) }),
    'channel.restore': async ({ cast }) => {
      const channel = await channelOf(cast)
      await cast.run({ type: 'channel.archive', channel }, cast.root.actor)
      return { type: 'channel.restore', channel }
    },
    'channel.configure': async ({ cast }) => ({
      type: 'channel.configure',
      channel: await channelOf(cast),
      part: 'channels',
      options: { ...optionsFrom({}).channels, name: newId() },
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
    'channel.grant': async ({ cast }) => ({
      type: 'channel.grant',
      channel: await channelOf(cast),
      to: { kind: 'operator', id: cast.bob.id },
      level: 'participant',
    }),
    'team.make': () => ({ type: 'team.make', team: newId<TeamId>(), name: newId() }),
    'team.rename': async ({ cast }) => ({ type: 'team.rename', team: await teamOf(cast), name: newId() }),
    'team.remove': async ({ cast }) => ({ type: 'team.remove', team: await teamOf(cast) }),
    'team.add': async ({ cast }) => ({ type: 'team.add', team: await teamOf(cast), operator: cast.bob.id }),
    'team.drop': async ({ cast }) => {
      const team = await teamOf(cast)
      await cast.run({ type: 'team.add', team, operator: cast.bob.id }, cast.root.actor)
      return { type: 'team.drop', team, operator: cast.bob.id }
    },

    'channel.paint': async ({ cast }) => ({ type: 'channel.paint', channel: await channelOf(cast), colour: '#8a3b26' }),
    'lobby.rename': () => ({ type: 'lobby.rename' }),
    'lobby.switch': () => ({ type: 'lobby.switch' }),
    'memberships.tell': ({ cast }) => ({ type: 'memberships.tell', operator: cast.bob.id }),
    'levels.follow': ({ cast }) => ({ type: 'levels.follow', operator: cast.bob.id, was: 'supervisor' }),
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
    'channel.archive': ['channel'],
    'channel.restore': ['channel'],
    'channel.grant': ['channel'],
    'team.rename': ['team'],
    'team.remove': ['team'],
    'team.add': ['team', 'operator'],
    'team.drop': ['team'],
  },
}

const actorOf = ({ ann, olaf, ada, root, rick }: Cast, operator: OperatorId) =>
  must([ann, olaf, ada, root, rick].find(({ id }) => id === operator)).actor

async function channelOf(cast: Cast, ...members: OperatorId[]): Promise<ChannelId> {
  const channel = newId<ChannelId>()
  await cast.run({ type: 'channel.create', channel, name: channel }, cast.root.actor)
  for (const operator of members) await cast.run({ type: 'channel.join', channel, operator }, cast.root.actor)
  return channel
}

async function teamOf(cast: Cast): Promise<TeamId> {
  const team = newId<TeamId>()
  await cast.run({ type: 'team.make', team, name: team }, cast.root.actor)
  return team
}
