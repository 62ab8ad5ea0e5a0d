import type { ChannelView } from '@portico/protocol/channels'
import type { OwnLimit } from '@portico/protocol/capacity'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'

/** In how many conversations somebody is, and how many places he has in all; null: any number. */
export type Places = { held: number; places: number | null }

type Given = {
  channels: readonly (Pick<ChannelView, 'id' | 'rows'> & { atOnce: number | null })[]
  members: readonly { operator: OperatorId; channel: ChannelId }[]
  limits: readonly OwnLimit[]
}

/** In the channels that one sees: their limits together, and no more than what he has a limit for in all. */
export function placesOf(operator: OperatorId, { channels, members, limits }: Given): Places {
  const own = (channel: ChannelId | null) =>
    limits.find((limit) => limit.operator === operator && limit.channel === channel)?.atOnce ?? null
  const joined = channels.filter(({ id }) => members.some((each) => each.operator === operator && each.channel === id))
  const inEach = joined.map(({ id, atOnce }) => own(id) ?? atOnce)
  const together =
    joined.length === 0 || inEach.includes(null) ? null : inEach.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const inAll = own(null)
  return {
    held: channels.flatMap(({ rows }) => rows).filter(({ phase }) => isOf(phase, operator)).length,
    places: inAll === null || together === null ? (inAll ?? together) : Math.min(inAll, together),
  }
}

type Phase = ChannelView['rows'][number]['phase']
const isOf = (phase: Phase, operator: OperatorId) => phase.state === 'active' && phase.operators.some(({ id }) => id === operator)
