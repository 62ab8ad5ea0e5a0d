import type { Appearance, ChannelOptions } from '@portico/protocol/channels'
import type { ChannelId } from '@portico/protocol/ids'

export type Channel = { id: ChannelId; options: ChannelOptions }

/** The channel that every installation begins with. */
export const DEFAULT_CHANNEL = 'main' as ChannelId // within an id's alphabet

export const DEFAULT_COLOUR = '#17665f'
const BEAR_WITH_US_MS = 60_000

export const painted = (colour: string): Appearance => ({
  header: colour,
  headerText: '#ffffff',
  button: colour,
  buttonText: '#ffffff',
})

export const newOptions = (name: string): ChannelOptions => ({
  name,
  appearance: painted(DEFAULT_COLOUR),
  asks: 'nothing',
  previewsTyping: false,
  bearWithUsAfterMs: BEAR_WITH_US_MS,
  pageQuery: 'masked',
  sites: [],
  welcome: '',
})
