import type { Event } from '@portico/protocol'
import type { Colleague } from '@portico/protocol/auth'
import type { Presence } from '@portico/protocol/presence'
import type { SettingsView } from '@portico/protocol/workspace'
import { upsert } from './upsert.ts'

export type SettingsNews = Extract<
  Event,
  {
    type:
      | 'site.renamed'
      | 'channel.listed'
      | 'colleague.changed'
      | 'colleague.gone'
      | 'presence.changed'
      | 'member.joined'
      | 'member.left'
  }
>
type Member = SettingsView['members'][number]
type ListedChannel = SettingsView['channels'][number]

export function applyToSettings(view: SettingsView, event: SettingsNews): SettingsView {
  switch (event.type) {
    case 'site.renamed':
      return { ...view, siteName: event.name }
    case 'channel.listed':
      return { ...view, channels: upsert(view.channels, event.channel, byName) }
    case 'colleague.changed':
      return { ...view, colleagues: upsert(view.colleagues, event.colleague, byJoining) }
    case 'colleague.gone':
      return {
        ...view,
        colleagues: view.colleagues.filter(({ id }) => id !== event.operator),
        presences: view.presences.filter(({ operator }) => operator !== event.operator),
        members: view.members.filter(({ operator }) => operator !== event.operator),
      }
    case 'presence.changed':
      return { ...view, presences: upsert(view.presences, event.presence, byOperator) }
    case 'member.joined':
      return { ...view, members: upsert(view.members, { channel: event.channel, operator: event.operator }, byChannel) }
    case 'member.left':
      return { ...view, members: view.members.filter((member) => byChannel.key(member) !== byChannel.key(event)) }
  }
  return view
}

const byName = {
  key: (channel: ListedChannel) => channel.id,
  before: (a: ListedChannel, b: ListedChannel) => a.name < b.name || (a.name === b.name && a.id < b.id),
}
const byJoining = {
  key: (colleague: Colleague) => colleague.id,
  before: (a: Colleague, b: Colleague) => a.joinedAt < b.joinedAt || (a.joinedAt === b.joinedAt && a.id < b.id),
}
const byOperator = {
  key: (presence: Presence) => presence.operator,
  before: (a: Presence, b: Presence) => a.operator < b.operator,
}
const byChannel = {
  key: ({ channel, operator }: Member) => `${channel}:${operator}`,
  before: (a: Member, b: Member) => a.channel < b.channel || (a.channel === b.channel && a.operator < b.operator),
}
