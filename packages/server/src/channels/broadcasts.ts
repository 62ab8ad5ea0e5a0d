import { isAtLeast, type Level } from '@portico/protocol/level-order'
import type { Shown } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import type { Channels } from './index.ts'

export const broadcasts: Channels['broadcasts'] = {
  'channel.created': ({ channel, name }) => [
    ['settings', { type: 'channel.listed', channel: { id: channel, name, archivedAt: null } }],
  ],
  'channel.configured': ({ channel, options, published, renamed, archivedAt, shown }) => [
    ...setParts(`channel:${channel}`, { options, published: [...published] }),
    ...(shown ? setParts(`lobby:${channel}`, { options: shown }) : []),
    ...(renamed === null
      ? []
      : [['settings', { type: 'channel.listed', channel: { id: channel, name: renamed, archivedAt } }] as const]),
  ],
  'channel.archived': ({ channel, name, at }) => [
    ['settings', { type: 'channel.listed', channel: { id: channel, name, archivedAt: at } }],
  ],
  'channel.restored': ({ channel, name }) => [
    ['settings', { type: 'channel.listed', channel: { id: channel, name, archivedAt: null } }],
  ],
  'channel.joined': ({ channel, operator, channels }) => [
    [`operator:${operator}`, { type: 'memberships.changed', channels: [...channels] }],
    ['settings', { type: 'member.joined', channel, operator }],
  ],
  'channel.left': ({ channel, operator, channels }) => [
    [`operator:${operator}`, { type: 'memberships.changed', channels: [...channels] }],
    ['settings', { type: 'member.left', channel, operator }],
  ],
  'channel.granted': ({ channel, to, level }) => [['settings', { type: 'grant.changed', channel, to, level }]],
  'level.shifted': ({ operator, channel, from, to }) => [
    [`operator:${operator}`, { type: 'level.changed', channel, level: to }],
    ...(seesBy(from) === seesBy(to)
      ? []
      : [[`operator:${operator}`, { type: seesBy(to) ? 'topic.joined' : 'topic.left', topic: `channel:${channel}` }] as const]),
  ],
  'team.made': ({ team }) => [['settings', { type: 'team.changed', team }]],
  'team.renamed': ({ team }) => [['settings', { type: 'team.changed', team }]],
  'team.removed': ({ team, channels }) => [
    ...channels.map(
      (channel) => ['settings', { type: 'grant.changed', channel, to: { kind: 'team', id: team.id }, level: null }] as const,
    ),
    ['settings', { type: 'team.gone', team: team.id }],
  ],
  'team.joined': ({ team }) => [['settings', { type: 'team.changed', team }]],
  'team.left': ({ team }) => [['settings', { type: 'team.changed', team }]],
  'memberships.told': ({ operator, channels, ended }) => {
    const own: Shown = [`operator:${operator}`, { type: 'memberships.changed', channels: [...channels] }]
    const joined = channels.map((channel): Shown => ['settings', { type: 'member.joined', channel, operator }])
    return ended.length === 0 ? joined : [own, ...joined]
  },
  'lobby.switched': ({ channels, shut }) => channels.flatMap((id) => setParts(`lobby:${id}`, { shut })),
  'lobby.renamed': ({ channels, siteName }) => channels.flatMap((id) => setParts(`lobby:${id}`, { siteName })),
}

const seesBy = (level: Level | null) => isAtLeast(level ?? undefined, 'participant')
