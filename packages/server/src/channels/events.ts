import type { Role } from '@portico/protocol/auth'
import type { ChannelCommand as PublicCommand, Published, Team } from '@portico/protocol/channels'
import type { ChannelPart, ConfigureCommand, OptionsByPart, PublicOptions } from '@portico/protocol/options'
import type { Shut } from '@portico/protocol/switches'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Holder } from '@portico/protocol/levels'
import type { Shift } from './standing.ts'

type InternalCommand =
  | { type: 'channel.enroll'; operator: OperatorId; channels: readonly ChannelId[] }
  | { type: 'channel.paint'; channel: ChannelId; colour: string }
  | { type: 'lobby.rename' }
  | { type: 'lobby.switch' }
  | { type: 'memberships.tell'; operator: OperatorId }
  /** He has another role. */
  | { type: 'levels.follow'; operator: OperatorId; was: Role }

export type ChannelCommand = PublicCommand | ConfigureCommand | InternalCommand

type ArchiveEvent =
  | { type: 'channel.archived'; channel: ChannelId; name: string; at: number }
  | { type: 'channel.restored'; channel: ChannelId; name: string }

type LevelEvent =
  | {
      type: 'channel.granted'
      channel: ChannelId
      to: Holder
      level: Level | null
      by: OperatorId | null
      at: number
    }
  | ({ type: 'level.shifted'; at: number } & Shift)
  | { type: 'team.made'; team: Team; at: number }
  | { type: 'team.renamed'; team: Team }
  /** `channels`: in which it had a level. */
  | { type: 'team.removed'; team: Team; channels: readonly ChannelId[] }
  | { type: 'team.joined'; team: Team; operator: OperatorId; at: number }
  | { type: 'team.left'; team: Team; operator: OperatorId }

export type ChannelEvent =
  | LevelEvent
  | ArchiveEvent
  | { type: 'channel.created'; channel: ChannelId; name: string; by: OperatorId; at: number }
  /** `options` and `published` of all parts as they are then; `renamed` and `shown` where what others are told has changed. */
  | {
      type: 'channel.configured'
      channel: ChannelId
      part: ChannelPart
      version: number
      by: OperatorId | null
      at: number
      options: OptionsByPart
      published: readonly Published[]
      renamed: string | null
      archivedAt: number | null
      shown: PublicOptions | null
    }
  /** `channels` are all that the operator is a member of afterwards; `leftAt`: he has come back at once, and when he had left. */
  | {
      type: 'channel.joined'
      channel: ChannelId
      operator: OperatorId
      channels: readonly ChannelId[]
      leftAt: number | null
      at: number
    }
  /** Because he, or somebody else, wished it; or because he is an owner there no longer. */
  | {
      type: 'channel.left'
      channel: ChannelId
      operator: OperatorId
      channels: readonly ChannelId[]
      by: OperatorId | null
      because: 'left' | 'level'
      at: number
    }
  /** Who is a colleague again is a member again of these, and of others no more. */
  | { type: 'memberships.told'; operator: OperatorId; channels: readonly ChannelId[]; ended: readonly ChannelId[] }
  /** The site that all of them are of has another name. */
  | { type: 'lobby.renamed'; channels: readonly ChannelId[]; siteName: string }
  /** Visitors may begin conversations, or may not. */
  | { type: 'lobby.switched'; channels: readonly ChannelId[]; shut: Shut }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    channels: InternalCommand
  }
  interface Events {
    channels: ChannelEvent
  }
}
