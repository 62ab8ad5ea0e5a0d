import type { ChannelCommand as PublicCommand, Published } from '@portico/protocol/channels'
import type { ChannelPart, ConfigureCommand, OptionsByPart, PublicOptions } from '@portico/protocol/options'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'

type InternalCommand =
  | { type: 'channel.enroll'; operator: OperatorId; channels: readonly ChannelId[] }
  | { type: 'channel.paint'; channel: ChannelId; colour: string }
  | { type: 'lobby.rename' }
  | { type: 'memberships.tell'; operator: OperatorId }

export type ChannelCommand = PublicCommand | ConfigureCommand | InternalCommand

export type ChannelEvent =
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
  | {
      type: 'channel.left'
      channel: ChannelId
      operator: OperatorId
      channels: readonly ChannelId[]
      by: OperatorId | null
      at: number
    }
  /** Who is a colleague again is a member again of these. */
  | { type: 'memberships.told'; operator: OperatorId; channels: readonly ChannelId[] }
  /** The site that all of them are of has another name. */
  | { type: 'lobby.renamed'; channels: readonly ChannelId[]; siteName: string }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    channels: InternalCommand
  }
  interface Events {
    channels: ChannelEvent
  }
}
