import type { Appearance, Published } from '@portico/protocol/channels'
import type { ChannelId } from '@portico/protocol/ids'
import type { ChannelOptions, OptionsByPart } from '@portico/protocol/options'
import { allOf, optionsFrom } from './options.ts'

/** `options` has those of all parts in one object. */
export type Channel = { id: ChannelId; options: ChannelOptions; byPart: OptionsByPart; published: readonly Published[] }

/** The channel that every installation begins with. */
export const DEFAULT_CHANNEL = 'main' as ChannelId // within an id's alphabet

export const painted = (colour: string): Appearance => ({
  header: colour,
  headerText: '#ffffff',
  button: colour,
  buttonText: '#ffffff',
})

/** As they are as long as nobody has chosen. */
export const newOptions = (name: string): ChannelOptions => ({ ...allOf(optionsFrom({})), name })
