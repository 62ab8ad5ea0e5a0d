import type { Channels } from './index.ts'

export const broadcasts: Channels['broadcasts'] = {
  'channel.created': ({ channel, options }) => [
    ['settings', { type: 'channel.listed', channel: { id: channel, name: options.name } }],
  ],
  'channel.configured': ({ channel, options }) => [
    [`channel:${channel}`, { type: 'channel.configured', options }],
    ['settings', { type: 'channel.listed', channel: { id: channel, name: options.name } }],
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
}
