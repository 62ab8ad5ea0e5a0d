import type { Colleague } from '@portico/protocol/auth'
import type { ChannelId } from '@portico/protocol/ids'
import type { SettingsView } from '@portico/protocol/workspace'

/** Colleagues who are members of a channel, and those who are not, in the order they joined the team. */
export function membersOf(channel: ChannelId, settings: SettingsView | undefined): { members: Colleague[]; others: Colleague[] } {
  const ids = new Set(settings?.members.filter((member) => member.channel === channel).map(({ operator }) => operator))
  const { true: members = [], false: others = [] } = Object.groupBy(settings?.colleagues ?? [], ({ id }) => `${ids.has(id)}`)
  return { members, others }
}
