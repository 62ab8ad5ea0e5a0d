import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'

export type Author = { kind: 'visitor'; id: VisitorId } | { kind: 'operator'; id: OperatorId } | { kind: 'bot'; id: string }

/**
 * All that reports know of one conversation; instants are milliseconds since 1970. Lists may be in any order: every metric looks at the instants.
 * `participants` took part: whoever only observed or supervised is not among them. `messages` were said to the other side: no notes, no notices.
 * `unavailableAt`: when a bot or a visitor asked for an operator and there was none.
 */
export type ConversationFacts = {
  id: ConversationId
  channel: { id: ChannelId; name: string }
  visitor: { id: VisitorId; customer: string | null; operator: OperatorId | null }
  createdAt: number
  endedAt: number | null
  participants: readonly { author: Author; joinedAt: number }[]
  messages: readonly { author: Author; at: number }[]
  unavailableAt: readonly number[]
  calls: readonly { startedAt: number; endedAt: number | null; operators: readonly OperatorId[] }[]
  answers: readonly { id: string; name: string | null }[]
  rating: { value: number; at: number; rated: OperatorId | null } | null
  convertedAt: number | null
}

/** From where a report is read: the instant, and the zone whose days and hours count. */
export type Standpoint = { at: number; zone: string }
