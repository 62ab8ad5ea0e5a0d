import { CHANNEL_PARTS, channelParts, type ChannelOptions, type ChannelPart, type OptionsByPart } from '@portico/protocol/options'
import * as s from '@portico/protocol/schema'

/** Of each part that somebody has chosen, what is stored. */
export type StoredOptions = Partial<Record<ChannelPart, string>>

/** What is stored, with the default of every option that was not there yet when it was. */
export function optionsFrom(stored: StoredOptions): OptionsByPart {
  return Object.fromEntries(CHANNEL_PARTS.map((part) => [part, partFrom(part, stored[part])])) as OptionsByPart // each of its schema
}

function partFrom(part: ChannelPart, stored = '{}'): object {
  const { schema, defaults } = channelParts[part]
  const known = { ...defaults, ...(JSON.parse(stored) as object) } // publish wrote an object
  return s.parse<s.ObjectSchema>(schema, known)
}

/** All of them in one object, as the server reads them. */
export const allOf = (options: OptionsByPart): ChannelOptions => Object.assign({}, ...Object.values(options)) as ChannelOptions // no two have one name
