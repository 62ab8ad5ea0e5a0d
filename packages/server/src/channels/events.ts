import type { ChannelCommand as PublicCommand, ChannelOptions } from '@portico/protocol/channels'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'

type InternalCommand =
  | { type: 'channel.enroll'; operator: OperatorId; channels: readonly ChannelId[] }
  | { type: 'channel.paint'; channel: ChannelId; colour: string }

export type ChannelCommand = PublicCommand | InternalCommand

export type ChannelEvent =
  | { type: 'channel.created'; channel: ChannelId; options: ChannelOptions; at: number }
  | { type: 'channel.configured'; channel: ChannelId; options: ChannelOptions }
  /** `channels` are all that the operator is a member of afterwards. */
  | { type: 'channel.joined'; channel: ChannelId; operator: OperatorId; channels: readonly ChannelId[]; at: number }
  | { type: 'channel.left'; channel: ChannelId; operator: OperatorId; channels: readonly ChannelId[] }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    channels: InternalCommand
  }
  interface Events {
    channels: ChannelEvent
  }
}
