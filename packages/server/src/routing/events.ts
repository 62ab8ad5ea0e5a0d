import type { ConversationId, OperatorId } from '@portico/protocol/ids'

export type RoutingCommand =
  /** He is not connected any more: after a while his conversations are others'. */
  | { type: 'operator.miss'; operator: OperatorId }
  | { type: 'operator.give-up'; operator: OperatorId }
  /** Its visitor waits and is not connected any more, or is again. */
  | { type: 'queue.leave'; conversation: ConversationId }
  | { type: 'queue.return'; conversation: ConversationId }

export type RoutingEvent =
  | { type: 'operator.missed'; operator: OperatorId; at: number }
  | { type: 'operator.given-up'; operator: OperatorId }
  | { type: 'queue.left'; conversation: ConversationId; at: number }
  | { type: 'queue.returned'; conversation: ConversationId; at: number }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    routing: RoutingCommand
  }
  interface Events {
    routing: RoutingEvent
  }
}
