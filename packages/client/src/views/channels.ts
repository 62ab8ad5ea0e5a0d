import type { SettingsView } from '@portico/protocol/workspace'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const channelSteps = {
  operator: { 'memberships.changed': (view, { channels }) => ({ ...view, me: { ...view.me, channels } }) },
  settings: {
    'channel.listed': (view, { channel }) => ({ ...view, channels: upsert(view.channels, channel, byName) }),
    'member.joined': (view, { channel, operator }) => ({
      ...view,
      members: upsert(view.members, { channel, operator }, byChannel),
    }),
    'member.left': (view, left) => ({
      ...view,
      members: view.members.filter((member) => byChannel.key(member) !== byChannel.key(left)),
    }),
  },
} satisfies Steps

type Member = SettingsView['members'][number]
type ListedChannel = SettingsView['channels'][number]

const byName = {
  key: (channel: ListedChannel) => channel.id,
  before: (a: ListedChannel, b: ListedChannel) => a.name < b.name || (a.name === b.name && a.id < b.id),
}
const byChannel = {
  key: ({ channel, operator }: Member) => `${channel}:${operator}`,
  before: (a: Member, b: Member) => a.channel < b.channel || (a.channel === b.channel && a.operator < b.operator),
}
