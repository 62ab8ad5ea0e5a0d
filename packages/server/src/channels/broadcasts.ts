import { setParts } from '../platform/set-parts.ts'
import type { Channels } from './index.ts'

export const broadcasts: Channels['broadcasts'] = {
  'channel.created': ({ channel, name }) => [['settings', { type: 'channel.listed', channel: { id: channel, name } }]],
  'channel.configured': ({ channel, options, published, renamed, shown }) => [
    ...setParts(`channel:${channel}`, { options, published: [...published] }),
    ...(shown ? setParts(`lobby:${channel}`, { options: shown }) : []),
    ...(renamed === null ? [] : [['settings', { type: 'channel.listed', channel: { id: channel, name: renamed } }] as const]),
  ],
  'channel.joined': ({ channel, operator, channels }) => [
    [`operator:${operator}`, { type: 'memberships.changed', channels: [...channels] }],
    [`operator:${operator}`, { type: 'topic.joined', topic: `channel:${channel}` }],
    ['settings', { type: 'member.joined', channel, operator }],
  ],
  'channel.left': ({ channel, operator, channels }) => [
    [`operator:${operator}`, { type: 'memberships.changed', channels: [...channels] }],
    [`operator:${operator}`, { type: 'topic.left', topic: `channel:${channel}` }],
    ['settings', { type: 'member.left', channel, operator }],
  ],
  'memberships.told': ({ operator, channels }) =>
    channels.map((channel) => ['settings', { type: 'member.joined', channel, operator }] as const),
  'lobby.renamed': ({ channels, siteName }) => channels.flatMap((id) => setParts(`lobby:${id}`, { siteName })),
}
