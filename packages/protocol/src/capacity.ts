// How many conversations an operator may have at once: in a channel as many as the channel gives each of its members, unless he has a
// limit of his own there; and in all, where he has one. What has no limit takes any number.
import { channelId, operatorId } from './ids.ts'
import { AT_ONCE_MAX } from './limits.ts'
import * as s from './schema.ts'

const atOnce = s.int().min(1).max(AT_ONCE_MAX)

export const capacityCommand = s.variant('type', [
  // Without a channel: in all of them together. Without a number: none of his own.
  s.object({
    type: s.literal('capacity.set'),
    operator: operatorId,
    channel: s.nullable(channelId),
    atOnce: s.nullable(atOnce),
  }),
])

const ownLimit = s.object({ operator: operatorId, channel: s.nullable(channelId), atOnce })

const channelPart = {
  schema: s.object({
    /** As many each of its members may have at once; null: any number. */
    atOnce: s.nullable(atOnce),
    /** Whether who is in a call is given new ones. */
    duringCalls: s.literal(['allowed', 'blocked']),
  }),
  defaults: { atOnce: null, duringCalls: 'blocked' },
  public: [],
} as const

export const capacity = {
  command: capacityCommand,
  channelPart,
  parts: {
    /** The limits that operators have of their own, sorted by operator and channel. */
    settings: s.object({ limits: s.array(ownLimit).default([]) }),
  },
}

export type CapacityCommand = s.Infer<typeof capacityCommand>
export type OwnLimit = s.Infer<typeof ownLimit>
