import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Face, Presence, PresenceCommand as PublicCommand, PresenceRules } from '@portico/protocol/presence'

type InternalCommand =
  | { type: 'operator.appear'; operator: OperatorId; node: string }
  /** From one node, or from `all`; where a beat is named, only if its node has been silent since. */
  | { type: 'operator.vanish'; operator: OperatorId; node: string; beat?: number | null }
  /** On one node he has done nothing since, or does something again. */
  | { type: 'operator.idle'; operator: OperatorId; node: string; since: number | null }
  | { type: 'node.renew'; node: string }
  | { type: 'node.forget'; node: string; beat: number | null }
  | { type: 'presence.tell'; operator: OperatorId }
  /** One of his sessions has ended, or has begun then. */
  | { type: 'login.follow'; operator: OperatorId; begunAt: number | null }
  | { type: 'lobby.refresh'; channels: readonly ChannelId[] }

/** Whether somebody of a channel is reachable, and who. */
export type Staffing = { channel: ChannelId; staffed: boolean; faces: Face[] }

export type PresenceCommand = PublicCommand | InternalCommand

export type PresenceEvent =
  | { type: 'operator.appeared'; presence: Presence; lobbies: readonly Staffing[]; node: string }
  | { type: 'operator.vanished'; presence: Presence; lobbies: readonly Staffing[]; isColleague: boolean }
  | { type: 'availability.changed'; presence: Presence; lobbies: readonly Staffing[] }
  /** `isNews`: whether that makes him idle on all nodes, or on none of them any more. */
  | { type: 'connection.opened'; node: string; presence: Presence; isNews: boolean; at: number }
  | { type: 'connection.closed'; node: string; presence: Presence; isNews: boolean }
  | { type: 'connection.idled'; node: string; since: number | null; presence: Presence; isNews: boolean; at: number }
  | { type: 'node.renewed' | 'node.forgotten'; node: string }
  /** Of who is a colleague again. */
  | { type: 'presence.told'; presence: Presence }
  | { type: 'login.followed'; presence: Presence; lobbies: readonly Staffing[]; isColleague: boolean }
  | { type: 'rules.chosen'; rules: PresenceRules; at: number }
  | { type: 'lobby.refreshed'; lobbies: readonly Staffing[] }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    presence: InternalCommand
  }
  interface Events {
    presence: PresenceEvent
  }
}
