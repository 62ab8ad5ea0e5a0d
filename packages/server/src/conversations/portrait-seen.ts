import type { ConversationId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import { findPictureOf } from '../portraits/reads.ts'
import { asSeen } from './guise.ts'
import { findConversation } from './reads.ts'
import { readEverybodyIn } from './seat-reads.ts'

type Asked = { conversation: ConversationId; seen: string }

/** The picture of whom the visitor of a conversation knows by this id, as it is at the moment; none of who wears a mask. */
export async function readPortraitSeen(db: Db, { conversation: id, seen }: Asked): Promise<Buffer | undefined> {
  const conversation = await findConversation(db, id)
  if (!conversation) return undefined
  const staff = (await readEverybodyIn(db, [id])).get(id) ?? []
  const known = staff.find((each) => asSeen(conversation, each).id === seen)
  const isMasked = conversation.guises.some(({ operator, isMask }) => isMask && operator === known?.id)
  return known && !isMasked ? findPictureOf(db, known.id) : undefined
}
