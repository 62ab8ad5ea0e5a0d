import { isDeepStrictEqual } from 'node:util'
import type { OperatorId } from '@portico/protocol/ids'
import { publicOf, type ChannelPart, type ConfigureCommand, type OptionsByPart } from '@portico/protocol/options'
import { refuse, type Decision } from '../platform/capability.ts'
import type { Channel } from './channel.ts'
import { corrected } from './contrast.ts'
import type { ChannelEvent } from './events.ts'
import { allOf } from './options.ts'

type Publishing = Pick<ConfigureCommand, 'part' | 'options' | 'of'> & { by: { id: OperatorId; name: string } | null; at: number }

/** Options of one part go live. Whoever began from another version than the live one is told who published it. */
export function publish(channel: Channel, { part, options, of, by, at }: Publishing): Decision<ChannelEvent> {
  const before = channel.published.find((each) => each.part === part)
  if ((before?.version ?? 0) !== of) return refuse('changed', before?.by ? { by: before.by } : {})
  const byPart = tidy({ ...channel.byPart, [part]: options })
  if (isDeepStrictEqual(byPart, channel.byPart)) return []
  const version = of + 1
  const others = channel.published.filter((each) => each !== before)
  const published = [...others, { part, version, at, by }].sort((one, other) => (one.part < other.part ? -1 : 1))
  const all = allOf(byPart)
  const shown = publicOf(all)
  return [
    {
      type: 'channel.configured',
      channel: channel.id,
      part,
      version,
      by: by?.id ?? null,
      at,
      options: byPart,
      published,
      archivedAt: channel.archivedAt,
      renamed: all.name === channel.options.name ? null : all.name,
      shown: isDeepStrictEqual(shown, publicOf(channel.options)) ? null : shown,
    },
  ]
}

export const versionOf = ({ published }: Channel, part: ChannelPart): number =>
  published.find((each) => each.part === part)?.version ?? 0

const tidy = (options: OptionsByPart): OptionsByPart => ({
  ...options,
  channels: { ...options.channels, appearance: corrected(options.channels.appearance) },
})
