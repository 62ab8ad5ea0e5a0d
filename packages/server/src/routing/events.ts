import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'

export type RoutingCommand =
  /** He is not connected any more: after a while his conversations are others'. */
  | { type: 'operator.miss'; operator: OperatorId }
  | { type: 'operator.give-up'; operator: OperatorId }
  /** He is back, and has again what nobody has taken since. */
  | { type: 'operator.return'; operator: OperatorId }
  /** Its visitor waits and is not connected any more, or is again. */
  | { type: 'queue.leave'; conversation: ConversationId }
  | { type: 'queue.return'; conversation: ConversationId }
  /** There may be room for more or fewer conversations at once there than before. */
  | { type: 'queue.staff'; channels: readonly ChannelId[] }

export type RoutingEvent =
  | { type: 'operator.missed'; operator: OperatorId; at: number }
  | { type: 'operator.given-up'; operator: OperatorId; at: number }
  | { type: 'operator.returned'; operator: OperatorId }
  | { type: 'queue.left'; conversation: ConversationId; at: number }
  | { type: 'queue.returned'; conversation: ConversationId; at: number }
  /** So many can be held at once from now on; null: any number. */
  | { type: 'queue.staffed'; channel: ChannelId; slots: number | null; at: number }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    routing: RoutingCommand
  }
  interface Events {
    routing: RoutingEvent
  }
}
