import { maySupervise } from '../auth/policy.ts'
import { findOperator } from '../auth/reads.ts'
import { levelIn } from '../channels/level-reads.ts'
import { mayFromOutside } from '../channels/permission.ts'
import { refuse } from '../platform/capability.ts'
import { comingTo } from './coming-to.ts'
import { isIn, takeBack } from './conversation.ts'
import type { Conversations } from './index.ts'
import { mayWorkOn } from './policy.ts'
import { findConversation } from './reads.ts'
import { refuseFull } from './room.ts'

/** By hand: whoever it is given to has it, without having been asked, as long as he has room. */
export const assign: Conversations['commands']['conversation.assign'] = async (tx, { conversation: id, operator }, ctx) => {
  const conversation = await findConversation(tx, id)
  const refused = mayWorkOn(ctx.actor, conversation)
  if (refused || !conversation) return refused ?? refuse('not-found')
  if (!maySupervise(ctx.actor)) return refuse('forbidden')
  const account = await findOperator(tx, operator)
  const level = await levelIn(tx, { operator, channel: conversation.channel })
  if (!account || account.revokedAt !== null || !mayFromOutside('accept', level)) return refuse('not-found')
  if (conversation.phase.state === 'closed') return refuse('closed')
  const full = isIn(conversation, operator) ? undefined : await refuseFull(tx, conversation, operator)
  if (full) return full
  const staff = { id: operator, name: account.name }
  return takeBack(conversation, await comingTo(tx, conversation, { operator: staff, by: 'assignment', ctx }))
}
