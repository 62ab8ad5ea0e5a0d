import { TriangleAlert } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { channelsTexts } from './texts.ts'

export function MyChannelsState() {
  const { channels: words } = useTexts(channelsTexts)
  const format = useFormat()
  const settings = useView<'settings'>('settings')
  const joined = useMe()?.channels
  if (!settings || !joined) return null
  const names = liveChannels(settings)
    .filter(({ id }) => joined.includes(id))
    .map(({ name }) => name)
  if (names.length > 0) return <bdi>{format.list(names)}</bdi>
  return (
    <>
      <Icon of={TriangleAlert} size="s" /> {words.noneChosen}
    </>
  )
}
