import { holds } from '../auth/policy.ts'
import { seenBy } from '../channels/policy.ts'
import { isRefusal, refuse } from '../platform/capability.ts'
import type { Conversations } from './index.ts'
import { edited } from './person.ts'
import { hasWrittenTo, readShownIn, sitsWith } from './person-reads.ts'
import { findPerson } from './person-row.ts'

/** An operator writes down what is known of a visitor who has written to one of his channels, or with whom he talks in another. */
export const editVisitor: Conversations['commands']['visitor.edit'] = async (tx, { visitor, set, was }, ctx) => {
  const { actor } = ctx
  if (actor.kind !== 'operator') return refuse('forbidden')
  const knows =
    (await hasWrittenTo(tx, { visitor, channels: seenBy(actor) })) || (await sitsWith(tx, { visitor, operator: actor.id }))
  if (!knows) return refuse('not-found')
  if (!holds(actor, 'visitors')) return refuse('forbidden')
  const by = { id: actor.id, name: actor.name }
  const before = await findPerson(tx, visitor)
  const person = edited(before, { set, was, by, at: ctx.now() })
  if (person === undefined) return []
  if (isRefusal(person)) return person
  return [{ type: 'visitor.known', before, person, shownIn: await readShownIn(tx, visitor) }]
}
