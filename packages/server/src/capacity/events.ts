import type { CapacityCommand, OwnLimit } from '@portico/protocol/capacity'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'

export type { CapacityCommand }

/** `limits` are all that operators have of their own afterwards. */
export type CapacityEvent = {
  type: 'capacity.changed'
  operator: OperatorId
  channel: ChannelId | null
  atOnce: number | null
  limits: readonly OwnLimit[]
  at: number
}

declare module '../platform/capability.ts' {
  interface Events {
    capacity: CapacityEvent
  }
}
