import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Presence, PresenceCommand as PublicCommand } from '@portico/protocol/presence'

type InternalCommand =
  | { type: 'operator.appear'; operator: OperatorId }
  | { type: 'operator.vanish'; operator: OperatorId; unless: 'never' | 'lease-renewed' }
  | { type: 'lease.renew'; operators: readonly OperatorId[] }
  | { type: 'lobby.refresh'; channels: readonly ChannelId[] | 'all' }

/** Whether somebody of a channel is reachable. */
export type Staffing = { channel: ChannelId; staffed: boolean }

export type PresenceCommand = PublicCommand | InternalCommand

export type PresenceEvent =
  | { type: 'operator.appeared'; presence: Presence; lobbies: readonly Staffing[]; leaseUntil: number }
  | { type: 'operator.vanished'; presence: Presence; lobbies: readonly Staffing[]; isColleague: boolean }
  | { type: 'availability.changed'; presence: Presence; lobbies: readonly Staffing[] }
  | { type: 'lease.renewed'; operators: readonly OperatorId[]; leaseUntil: number }
  | { type: 'lobby.refreshed'; lobbies: readonly Staffing[] }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    presence: InternalCommand
  }
  interface Events {
    presence: PresenceEvent
  }
}
