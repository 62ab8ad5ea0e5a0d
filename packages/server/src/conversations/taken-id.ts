import type { LineId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import type { Conversation } from './conversation.ts'
import { mayKnow } from './policy.ts'
import { findConversation, findLine } from './reads.ts'

/** Of a line that bears this id already. To whom it is not to be known of, the answer is that of an unknown id. */
export async function refuseTakenLine(db: Db, id: LineId, actor: Authority): Promise<Refusal | undefined> {
  const line = await findLine(db, id)
  if (!line) return undefined
  if (actor.kind === 'visitor' && line.audience === 'operators') return refuse('not-found')
  return refuseTaken(await findConversation(db, line.conversation), actor)
}

export const refuseTaken = (conversation: Conversation | undefined, actor: Authority): Refusal | undefined =>
  conversation && (mayKnow(actor, conversation) ?? refuse('exists'))
