import type { Appearance, Published } from '@portico/protocol/channels'
import type { ChannelId } from '@portico/protocol/ids'
import type { ChannelOptions, OptionsByPart } from '@portico/protocol/options'
import { allOf, optionsFrom } from './options.ts'

/** `options` has those of all parts in one object. */
export type Channel = {
  id: ChannelId
  options: ChannelOptions
  byPart: OptionsByPart
  published: readonly Published[]
  archivedAt: number | null
}

/** The channel that every installation begins with. */
export const DEFAULT_CHANNEL = 'main' as ChannelId // within an id's alphabet

/** Where operators' own conversations will be: no channel that anybody makes. */
const RESERVED: readonly string[] = [DEFAULT_CHANNEL, 'internal']

export const isReserved = (id: ChannelId): boolean => RESERVED.includes(id)

/** However they are written, by whatever letters that look alike to a machine. */
export const sameName = (one: string, other: string): boolean => foldedName(one) === foldedName(other)

const foldedName = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

export const painted = (colour: string): Appearance => ({
  header: colour,
  headerText: '#ffffff',
  button: colour,
  buttonText: '#ffffff',
})

/** As they are as long as nobody has chosen. */
export const newOptions = (name: string): ChannelOptions => ({ ...allOf(optionsFrom({})), name })
