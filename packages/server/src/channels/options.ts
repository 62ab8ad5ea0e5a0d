import { CHANNEL_PARTS, channelParts, type ChannelOptions, type ChannelPart, type OptionsByPart } from '@portico/protocol/options'
import * as s from '@portico/protocol/schema'

/** Of each part that somebody has chosen, what is stored. */
type StoredOptions = Partial<Record<ChannelPart, string>>

/** What is stored, with the default of every option that was not there yet when it was. */
export function optionsFrom(stored: StoredOptions): OptionsByPart {
  return Object.fromEntries(CHANNEL_PARTS.map((part) => [part, partFrom(part, stored[part])])) as OptionsByPart // each of its schema
}

// What is missing, or is not allowed any more, is as if nobody had chosen it: a channel never fails for its options.
function partFrom(part: ChannelPart, stored = '{}'): object {
  const { schema, defaults } = channelParts[part]
  const known = JSON.parse(stored) as Record<string, unknown> // publish wrote an object
  const options = Object.entries<s.Schema>(schema.shape).map(([option, each]) => {
    const read = s.safeParse(each, known[option])
    return [option, read.success ? read.data : Reflect.get(defaults, option)]
  })
  return Object.fromEntries(options)
}

/** All of them in one object, as the server reads them. */
export const allOf = (options: OptionsByPart): ChannelOptions => Object.assign({}, ...Object.values(options)) as ChannelOptions // no two have one name
