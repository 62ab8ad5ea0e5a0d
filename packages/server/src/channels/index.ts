import { capability, type Capability } from '../platform/capability.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { ChannelCommand, ChannelEvent } from './events.ts'
import { security } from './security.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Channels = Capability<ChannelCommand, ChannelEvent>

export const channels = capability<ChannelCommand, ChannelEvent>({
  name: 'channels',
  migrations,
  subjects: {
    'channel.create': ({ channel }, actor) => [`channel:${channel}`, `operator:${actor.id}`],
    'channel.configure': ({ channel }) => [`channel:${channel}`],
    'channel.paint': ({ channel }) => [`channel:${channel}`],
    'channel.join': ({ channel, operator }) => [`channel:${channel}`, `operator:${operator}`],
    'channel.leave': ({ channel, operator }) => [`channel:${channel}`, `operator:${operator}`],
    'channel.enroll': ({ channels: joined, operator }) => [
      `operator:${operator}`,
      ...joined.map((id) => `channel:${id}` as const),
    ],
  },
  commands,
  writes,
  broadcasts,
  security,
  reactions: {
    // Members are this capability's, so an invitation's channels are joined here.
    'operator.joined': async (_db, { operator, channels: joined }) => [
      { type: 'channel.enroll', operator: operator.id, channels: joined },
    ],
  },
})
