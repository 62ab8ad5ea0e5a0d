import { LogIn, LogOut } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useLevels } from '../auth/use-levels.ts'
import { useCommand } from '../live/use-command.ts'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import type { PaletteItem } from '../rooms/room.ts'
import { channelsTexts } from './texts.ts'

/** Of the channels that one owns: to come, and to go. */
export function useMembershipItems(): readonly PaletteItem[] {
  const { channels: words } = useTexts(channelsTexts)
  const known = liveChannels(useView<'settings'>('settings'))
  const levels = useLevels()
  const me = useMe()
  const command = useCommand()
  if (!me) return []
  const send = async (type: 'channel.join' | 'channel.leave', { id, name }: (typeof known)[number]) => {
    if (!(await command({ type, channel: id, operator: me.id }))) return
    tell(type === 'channel.join' ? words.joined(name) : words.left(name))
  }
  return known
    .filter(({ id }) => levels?.get(id) === 'owner')
    .map((channel) => {
      const isIn = me.channels.includes(channel.id)
      return {
        id: `membership ${channel.id}`,
        label: isIn ? words.leaveOf(channel.name) : words.joinOf(channel.name),
        hint: words.myChannels,
        key: undefined,
        icon: isIn ? LogOut : LogIn,
        run: () => void send(isIn ? 'channel.leave' : 'channel.join', channel),
      }
    })
}
