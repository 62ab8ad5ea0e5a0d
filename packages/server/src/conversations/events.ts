import type {
  Author,
  ConversationCommand as PublicCommand,
  ConversationLine,
  ListSummary,
  Offer,
  Phase,
} from '@portico/protocol/conversations'
import type { CustomerCard } from '@portico/protocol/customers'
import type { ChannelId, ConversationId, OfferId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { SeatCommand } from '@portico/protocol/seats'
import type { Conversation } from './conversation.ts'
import type { Guise } from './guise.ts'
import type { Person } from './person.ts'
import type { Seat } from './seat.ts'

type InternalCommand =
  | { type: 'conversation.bear-with-us'; conversation: ConversationId }
  /** `gone`: its visitor is connected nowhere. */
  | { type: 'conversation.expire'; conversation: ConversationId; gone: boolean }
  /** To the first of these who still has room, as long as it waits in the channel for which they were ranked. */
  | {
      type: 'conversation.offer'
      conversation: ConversationId
      channel: ChannelId
      ranked: readonly OperatorId[]
      forMs: number
    }
  /** Nobody has taken it since then: as its channel says, it waits on or goes to another. */
  | { type: 'conversation.pass-on'; conversation: ConversationId; since: number }
  /** `early`: before its time, because he takes nothing any more. */
  | { type: 'conversation.lapse'; conversation: ConversationId; offer: OfferId; early?: true }
  | { type: 'conversation.release'; conversation: ConversationId; operator: OperatorId }
  /** `ifWaiting`: only while it waits for somebody, and is offered to nobody else. */
  | { type: 'conversation.take-back'; conversation: ConversationId; operator: OperatorId; ifWaiting?: true }
  | { type: 'conversation.help'; conversation: ConversationId; operator: OperatorId }
  /** Wherever he is shown, as the customer he is. */
  | { type: 'visitor.acknowledge'; visitor: VisitorId }
  /** He has been asked to, and has accepted. */
  | { type: 'conversation.come'; conversation: ConversationId; operator: OperatorId; level: Level }
  /** To operators alone. */
  | { type: 'conversation.tell'; conversation: ConversationId; operator: Staff; notice: 'invited' | 'declined'; whom?: string }

export type ConversationCommand = PublicCommand | SeatCommand | InternalCommand

export type StandingPhase = Exclude<Phase, { state: 'closed' }>
type Staff = { id: OperatorId; name: string }
/** `guise`: as whom the visitor knows him from then on, where that is new. */
type Came = { conversation: Conversation; operator: Staff; seat: Seat; guise: Guise | null; line: ConversationLine; at: number }

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
      untakenAt: number | null
      at: number
    }
  /** What is known of a visitor, from now on; it is told where he is shown. */
  | { type: 'visitor.known'; before: Person; person: Person; shownIn: readonly Conversation[] }
  /** Who the site says that he is; nobody any more where that is null. */
  | { type: 'customer.shown'; card: CustomerCard | null; shownIn: readonly Conversation[] }
  | { type: 'visitor.described'; conversation: Conversation; visitor: Conversation['visitor'] }
  | ({ type: 'conversation.accepted' } & Came)
  | ({ type: 'conversation.joined' } & Came)
  /** He reads along; no guise, for its visitor never reads of him. */
  | { type: 'observer.came'; conversation: Conversation; operator: Staff; seat: Seat; line: ConversationLine; at: number }
  | { type: 'observer.left'; conversation: Conversation; operator: Staff; line: ConversationLine; at: number }
  | { type: 'conversation.offered'; conversation: Conversation; offer: Offer; at: number }
  /** Neither taken nor overtaken. */
  | { type: 'offer.ended'; conversation: Conversation; offer: Offer; how: 'declined' | 'lapsed'; at: number }
  | {
      type: 'conversation.moved'
      conversation: Conversation
      to: ChannelId
      /** Nobody: it was passed on by itself. */
      by: Staff | null
      phase: StandingPhase
      line: ConversationLine
      summary: ListSummary
      /** Found among those of its new channel too. */
      person: Person
      /** Members of the channel it was in who are none of its new one: they hear of it no more. */
      losing: readonly OperatorId[]
      at: number
    }
  | {
      type: 'conversation.released'
      conversation: Conversation
      operator: OperatorId
      phase: Phase
      line: ConversationLine
      untakenAt: number | null
      at: number
    }
  | {
      type: 'conversation.closed'
      conversation: Conversation
      by: 'visitor' | 'operator' | 'system'
      guise: Guise | null
      line: ConversationLine
      at: number
      markedBy: readonly OperatorId[]
    }
  | {
      type: 'conversation.reopened'
      conversation: Conversation
      by: Author
      /** Of the operator whose it is then. */
      seat: Seat | null
      guise: Guise | null
      phase: StandingPhase
      line: ConversationLine
      summary: ListSummary
      /** The one that the visitor's page has shown, where it is another. */
      previous: ConversationId | null
      begunAt: number
      bearWithUsAt: number | null
      untakenAt: number | null
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
