import type { Offer } from '@portico/protocol/conversations'
import type { Tx } from '../platform/db/database.ts'
import { cancel, schedule } from '../platform/due.ts'
import type { Conversation } from './conversation.ts'
import type { OfferEnd } from './offer-tables.ts'

export async function makeOffer(
  tx: Tx,
  { id, channel }: Conversation,
  { offer, at }: { offer: Offer; at: number },
): Promise<void> {
  await tx
    .insertInto('offer')
    .values({
      id: offer.id,
      conversation_id: id,
      channel_id: channel,
      operator_id: offer.operator,
      at,
      until: offer.until,
      ended_at: null,
      how: null,
    })
    .execute()
  await tx
    .updateTable('conversation')
    .set({ offer_id: offer.id, offered_to: offer.operator, offered_until: offer.until })
    .where('id', '=', id)
    .execute()
  await schedule(tx, {
    key: lapseKey({ id }),
    capability: 'conversations',
    about: `conversation:${id}`,
    at: offer.until,
    command: { type: 'conversation.lapse', conversation: id, offer: offer.id },
  })
}

/** Nothing where none was made. */
export async function endOffer(tx: Tx, { id, offer }: Conversation, { how, at }: { how: OfferEnd; at: number }): Promise<void> {
  if (!offer) return
  await tx.updateTable('offer').set({ ended_at: at, how }).where('id', '=', offer.id).execute()
  await tx
    .updateTable('conversation')
    .set({ offer_id: null, offered_to: null, offered_until: null })
    .where('id', '=', id)
    .execute()
  await cancel(tx, lapseKey({ id }))
}

const lapseKey = ({ id }: Pick<Conversation, 'id'>) => `offer:${id}`
