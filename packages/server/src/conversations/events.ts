import type {
  Author,
  ConversationCommand as PublicCommand,
  ConversationLine,
  ListSummary,
  Phase,
} from '@portico/protocol/conversations'
import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Conversation } from './conversation.ts'
import type { Person } from './person.ts'

type InternalCommand =
  | { type: 'conversation.bear-with-us'; conversation: ConversationId }
  | { type: 'conversation.release'; conversation: ConversationId; operator: OperatorId }
  | { type: 'conversation.take-back'; conversation: ConversationId; operator: OperatorId }
  | { type: 'conversation.help'; conversation: ConversationId; operator: OperatorId }

export type ConversationCommand = PublicCommand | InternalCommand

export type StandingPhase = Exclude<Phase, { state: 'closed' }>
type Staff = { id: OperatorId; name: string }

/** `conversation` is as it was before the event. */
export type ConversationEvent =
  | {
      type: 'conversation.requested'
      conversation: Conversation
      line: ConversationLine
      /** The one of this visitor in this channel that it follows. */
      previous: ConversationId | null
      person: Person
      bearWithUsAt: number | null
      at: number
    }
  /** What is known of a visitor, from now on; it is told where he is shown. */
  | { type: 'visitor.known'; before: Person; person: Person; shownIn: readonly Conversation[] }
  | { type: 'visitor.described'; conversation: Conversation; visitor: Conversation['visitor'] }
  | { type: 'conversation.accepted'; conversation: Conversation; operator: Staff; line: ConversationLine; at: number }
  | { type: 'conversation.joined'; conversation: Conversation; operator: Staff; line: ConversationLine; at: number }
  | {
      type: 'conversation.released'
      conversation: Conversation
      operator: OperatorId
      phase: Phase
      line: ConversationLine
      at: number
    }
  | {
      type: 'conversation.closed'
      conversation: Conversation
      by: 'visitor' | 'operator' | 'system'
      line: ConversationLine
      at: number
      markedBy: readonly OperatorId[]
    }
  | {
      type: 'conversation.reopened'
      conversation: Conversation
      by: Author
      phase: StandingPhase
      line: ConversationLine
      summary: ListSummary
      /** The one that the visitor's page has shown, where it is another. */
      previous: ConversationId | null
      begunAt: number
      bearWithUsAt: number | null
      at: number
    }
  | { type: 'line.written'; conversation: Conversation; line: ConversationLine }
  /** `seen` moves the visitor's mark; null where it does not move, or a mere reader makes none. */
  | {
      type: 'operator.read'
      conversation: Conversation
      operator: OperatorId
      ordinal: number
      visitorLines: number
      seen: { line: ConversationLine['id']; ordinal: number } | null
      at: number
    }
  | { type: 'visitor.read'; conversation: Conversation; ordinal: number }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    conversations: InternalCommand
  }
  interface Events {
    conversations: ConversationEvent
  }
}
