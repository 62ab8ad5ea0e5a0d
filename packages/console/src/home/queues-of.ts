import type { ChannelView } from '@portico/protocol/channels'
import type { ChannelId } from '@portico/protocol/ids'
import type { SettingsView } from '@portico/protocol/workspace'
import { liveChannels } from '../live/live-channels.ts'
import { isThere } from '../presence/presence-state.ts'

/** `waiting`: how many, and since when the longest; undefined where one is not in the channel and does not know. */
export type Queue = {
  id: ChannelId
  name: string
  waiting: { count: number; since: number | undefined } | undefined
  available: number
  members: number
}

/** What waits in each channel and who could take it; first one's own. */
export function queuesOf(settings: SettingsView, own: readonly ChannelView[]): readonly Queue[] {
  const presences = new Map(settings.presences.map((presence) => [presence.operator, presence]))
  const queues = liveChannels(settings).map(({ id, name }) => {
    const members = settings.members.filter(({ channel }) => channel === id)
    const view = own.find((each) => each.id === id)
    const requests = view?.rows.filter(({ phase }) => phase.state === 'requested')
    return {
      id,
      name,
      waiting: requests && {
        count: requests.length,
        since: requests.length === 0 ? undefined : Math.min(...requests.map(({ phase }) => phase.at)),
      },
      available: members.filter(({ operator }) => isThere(presences.get(operator))).length,
      members: members.length,
    }
  })
  return queues.toSorted((one, other) => Number(one.waiting === undefined) - Number(other.waiting === undefined))
}
