import { refuse } from '../platform/capability.ts'
import type { Conversations } from './index.ts'
import { introduced } from './person.ts'
import { readShownIn } from './person-reads.ts'
import { findPerson } from './person-row.ts'
import { mayIntroduce } from './policy.ts'
import { findConversation } from './reads.ts'

/** A visitor says who he is when he has begun to talk already. */
export const introduce: Conversations['commands']['conversation.introduce'] = async (tx, { conversation: id, ...said }, ctx) => {
  const conversation = await findConversation(tx, id)
  const refused = mayIntroduce(ctx.actor, conversation)
  if (refused || !conversation) return refused ?? refuse('not-found')
  if (conversation.phase.state === 'closed') return refuse('closed')
  const { visitor } = conversation
  const before = await findPerson(tx, visitor.id)
  const person = introduced(before, said)
  if (JSON.stringify(person) === JSON.stringify(before)) return []
  return [{ type: 'visitor.known', before, person, shownIn: await readShownIn(tx, visitor.id) }]
}
