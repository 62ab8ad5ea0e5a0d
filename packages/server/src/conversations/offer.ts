import type { Offer } from '@portico/protocol/conversations'
import type { OfferId, OperatorId } from '@portico/protocol/ids'
import { refuse, type Decision } from '../platform/capability.ts'
import type { Conversation } from './conversation.ts'
import type { ConversationEvent } from './events.ts'

/** Nothing where somebody has it by now, or it is offered to somebody else. */
export function offerTo(conversation: Conversation, { offer, at }: { offer: Offer; at: number }): Decision<ConversationEvent> {
  if (conversation.phase.state !== 'requested' || conversation.offer) return []
  return [{ type: 'conversation.offered', conversation, offer, at }]
}

export function decline(
  conversation: Conversation,
  { operator, at }: { operator: OperatorId; at: number },
): Decision<ConversationEvent> {
  const { phase, offer } = conversation
  if (phase.state === 'closed') return refuse('closed')
  if (offer?.operator !== operator) return refuse('not-found')
  return [{ type: 'offer.ended', conversation, offer, how: 'declined', at }]
}

type Lapsing = { id: OfferId; at: number; early?: true | undefined }

/** It is the next one's turn, unless it was answered, or is another offer by now. */
export function lapse(conversation: Conversation, { id, at, early }: Lapsing): Decision<ConversationEvent> {
  const { offer } = conversation
  if (offer?.id !== id || (at < offer.until && !early)) return []
  return [{ type: 'offer.ended', conversation, offer, how: 'lapsed', at }]
}
