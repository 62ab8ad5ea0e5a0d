import type { Colleague } from '@portico/protocol/auth'
import type { ChannelId } from '@portico/protocol/ids'
import { useView } from '../live/use-view.ts'
import { isThere } from '../presence/presence-state.ts'
import { membersOf } from './members-of.ts'

const FACES_MAX = 3

/** Whom visitors of this channel would see: those who are there; while nobody is, those who may be. */
export function usePreviewedStaff(channel: ChannelId): readonly Colleague[] {
  const settings = useView<'settings'>('settings')
  const { members } = membersOf(channel, settings)
  const present = members.filter(({ id }) => isThere(settings?.presences.find(({ operator }) => operator === id)))
  return (present.length > 0 ? present : members).slice(0, FACES_MAX)
}
