import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { channelsTexts } from './texts.ts'

export function ChannelsState() {
  const { channels } = useTexts(channelsTexts)
  const known = useView<'settings'>('settings')?.channels
  return known ? channels.count(known.length) : null
}
