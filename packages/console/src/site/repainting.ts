import type { ChannelView } from '@portico/protocol/channels'
import type { ConfigureCommand } from '@portico/protocol/options'
import { textOn } from '../parts/contrast.ts'

type Channel = Pick<ChannelView, 'id' | 'options' | 'published'>

/** The colour of the site is that of its first channel, as it was chosen when everything began. */
export const siteColour = (channels: readonly Channel[]): string | undefined => channels[0]?.options.channels.appearance.header

/** What gives another colour to the channels that have that of the site; those with colours of their own keep them. */
export function repainting(channels: readonly Channel[], colour: string): readonly ConfigureCommand[] {
  const before = siteColour(channels)
  const text = textOn(colour)
  const appearance = { header: colour, headerText: text, button: colour, buttonText: text }
  return channels
    .filter(({ options: { channels: own } }) => own.appearance.header === before && own.appearance.button === before)
    .map(({ id, options, published }) => ({
      type: 'channel.configure',
      channel: id,
      part: 'channels',
      options: { ...options.channels, appearance },
      of: published.find(({ part }) => part === 'channels')?.version ?? 0,
    }))
}
