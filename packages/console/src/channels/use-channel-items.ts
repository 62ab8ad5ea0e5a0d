import { useNavigate } from '@tanstack/react-router'
import { Hash } from 'lucide-react'
import { seenIn, useLevels } from '../auth/use-levels.ts'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import type { PaletteItem } from '../rooms/room.ts'
import { useNaming, useRooms } from '../rooms/use-rooms.ts'
import { channelsTexts } from './texts.ts'

/** Every channel, and of those that one sees every tab. */
export function useChannelItems(): readonly PaletteItem[] {
  const { channels: words } = useTexts(channelsTexts)
  const naming = useNaming()
  const navigate = useNavigate()
  const sections = useRooms().flatMap((room) => room.channelSections ?? [])
  const known = liveChannels(useView<'settings'>('settings'))
  const seen = seenIn(useLevels() ?? new Map())
  return known.flatMap(({ id, name }) => {
    const to = { to: '/settings/channels/$channel', params: { channel: id } }
    const item = { hint: words.title, key: undefined, icon: Hash }
    const tabs = seen.includes(id) ? sections : []
    return [
      { ...item, id, label: name, run: () => void navigate(to) },
      ...tabs.map(({ key, name: called }) => ({
        ...item,
        id: `${id} ${key}`,
        label: `${name}: ${naming(called)}`,
        run: () => void navigate({ ...to, search: { section: key } }),
      })),
    ]
  })
}
