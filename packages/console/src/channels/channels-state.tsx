import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { channelsTexts } from './texts.ts'

export function ChannelsState() {
  const { channels } = useTexts(channelsTexts)
  const settings = useView<'settings'>('settings')
  return settings ? channels.count(liveChannels(settings).length) : null
}
