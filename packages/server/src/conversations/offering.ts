import type { OfferId } from '@portico/protocol/ids'
import { refuse, type Context, type Of } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import type { ConversationCommand } from './events.ts'
import type { Conversations } from './index.ts'
import { decline, lapse, offerTo } from './offer.ts'
import { mayWorkOn } from './policy.ts'
import { findConversation } from './reads.ts'
import { firstWithRoom } from './room.ts'
import { staffOf } from './staff-of.ts'

type Offering = Of<ConversationCommand, 'conversation.offer'>
type Lapsing = Of<ConversationCommand, 'conversation.lapse'>

/** Whoever was full meanwhile is passed over; where all are it waits. */
export async function makeOffer(tx: Tx, { conversation: id, channel, ranked, forMs }: Offering, ctx: Context) {
  const conversation = await findConversation(tx, id)
  if (!conversation) return refuse('not-found')
  // It has been moved since, and those of that channel have nothing to do with it.
  if (conversation.channel !== channel) return []
  const operator = await firstWithRoom(tx, conversation, ranked)
  if (!operator) return []
  const at = ctx.now()
  return offerTo(conversation, { offer: { id: ctx.newId<OfferId>(), operator, until: at + forMs }, at })
}

export async function lapseOffer(tx: Tx, { conversation: id, offer, early }: Lapsing, ctx: Context) {
  const conversation = await findConversation(tx, id)
  return conversation ? lapse(conversation, { id: offer, at: ctx.now(), early }) : refuse('not-found')
}

export const declineOffer: Conversations['commands']['conversation.decline'] = async (tx, { conversation: id }, ctx) => {
  const conversation = await findConversation(tx, id)
  const refused = mayWorkOn(ctx.actor, conversation)
  if (refused || !conversation) return refused ?? refuse('not-found')
  return decline(conversation, { operator: staffOf(ctx).id, at: ctx.now() })
}
