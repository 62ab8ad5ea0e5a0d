import type { HeldLevel, Team } from '@portico/protocol/channels'
import type { Grant } from '@portico/protocol/levels'
import type { SettingsView } from '@portico/protocol/workspace'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const channelSteps = {
  operator: {
    'memberships.changed': (view, { channels }) => ({ ...view, me: { ...view.me, channels } }),
    'level.changed': (view, { channel, level }) => {
      const others = (view.levels ?? []).filter((held) => held.channel !== channel)
      return { ...view, levels: level === null ? others : upsert(others, { channel, level }, ofChannel) }
    },
  },
  settings: {
    'channel.listed': (view, { channel }) => ({ ...view, channels: upsert(view.channels, channel, byName) }),
    'member.joined': (view, { channel, operator }) => ({
      ...view,
      members: upsert(view.members, { channel, operator }, byChannel),
    }),
    'grant.changed': (view, { channel, to, level }) => {
      const others = (view.grants ?? []).filter((grant) => byHolder.key(grant) !== byHolder.key({ channel, to }))
      return { ...view, grants: level === null ? others : upsert(others, { channel, to, level }, byHolder) }
    },
    'team.changed': (view, { team }) => ({ ...view, teams: upsert(view.teams ?? [], team, byTeamName) }),
    'team.gone': (view, { team }) => ({ ...view, teams: (view.teams ?? []).filter(({ id }) => id !== team) }),
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
const ofChannel = {
  key: (held: HeldLevel) => held.channel,
  before: (a: HeldLevel, b: HeldLevel) => a.channel < b.channel,
}
const byHolder = {
  key: ({ channel, to }: Pick<Grant, 'channel' | 'to'>) => `${channel} ${to.kind} ${to.id}`,
  before: (a: Grant, b: Grant) => byHolder.key(a) < byHolder.key(b),
}
const byTeamName = {
  key: (team: Team) => team.id,
  before: (a: Team, b: Team) => a.name < b.name || (a.name === b.name && a.id < b.id),
}
