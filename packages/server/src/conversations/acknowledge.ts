import { cardOf } from '../customers/customer.ts'
import { findCustomerOf } from '../customers/reads.ts'
import { internal } from '../platform/internal.ts'
import type { ConversationEvent } from './events.ts'
import type { Conversations } from './index.ts'
import { introduced } from './person.ts'
import { readShownIn } from './person-reads.ts'
import { findPerson } from './person-row.ts'

/** What a site says of its customer is as if he had said it himself: what operators have written down since stays. */
export const acknowledge: Conversations['commands']['visitor.acknowledge'] = internal(async (tx, { visitor }) => {
  const customer = await findCustomerOf(tx, visitor)
  const shownIn = await readShownIn(tx, visitor)
  const events: ConversationEvent[] = [{ type: 'customer.shown', card: customer ? cardOf(customer) : null, shownIn }]
  if (!customer) return events
  const before = await findPerson(tx, visitor)
  const said = introduced(before, { name: customer.name ?? undefined, email: customer.email ?? undefined })
  const person = { ...said, phone: said.phone ?? customer.phone }
  if (JSON.stringify(person) !== JSON.stringify(before)) events.push({ type: 'visitor.known', before, person, shownIn })
  return events
})
