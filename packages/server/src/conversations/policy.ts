import type { OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { sees } from '../channels/policy.ts'
import { mayFromOutside } from '../channels/permission.ts'
import type { Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import type { Conversation } from './conversation.ts'
import type { CameBy } from './seat.ts'

type Owned = Pick<Conversation, 'channel' | 'sitters'> & { visitor: { id: string } }

/** To see it at all: the visitor whose it is, whoever may take part in its channel, and whom somebody let in. To anybody else it does not exist. */
export function mayKnow(actor: Authority, conversation: Owned | undefined): Refusal | undefined {
  if (!conversation) return refuse('not-found')
  switch (actor.kind) {
    case 'visitor':
      return conversation.visitor.id === actor.id ? undefined : refuse('not-found')
    case 'operator':
      return sees(actor, conversation.channel) || isLetIn(actor.id, conversation) ? undefined : refuse('not-found')
    case 'system':
      return undefined
  }
}

const LETTING_IN: readonly CameBy[] = ['help', 'invitation', 'hand-over', 'supervision']

/** From whichever channel. Who has taken it himself sees it by what its channel gives him. */
const isLetIn = (operator: OperatorId, { sitters }: Owned) =>
  sitters.some((each) => each.operator.id === operator && LETTING_IN.includes(each.by))

/** Who reads along here, and does nothing that its visitor could notice. */
export const observes = ({ sitters }: Pick<Conversation, 'sitters'>, operator: string): boolean =>
  sitters.some((each) => each.operator.id === operator && each.level === 'observer')

/** What only who contributes does: whoever observes takes part first. */
export const mayContribute = (actor: Authority, conversation: Owned | undefined): Refusal | undefined =>
  mayWorkOn(actor, conversation) ?? (conversation && observes(conversation, actor.id) ? refuse('forbidden') : undefined)

/** What only operators do: write notes. */
export function mayWorkOn(actor: Authority, conversation: Owned | undefined): Refusal | undefined {
  return mayKnow(actor, conversation) ?? (actor.kind === 'operator' ? undefined : refuse('forbidden'))
}

/** To take what waits is for owners of the channel. */
export function mayAccept(actor: Authority, conversation: Owned | undefined): Refusal | undefined {
  const refused = mayWorkOn(actor, conversation)
  if (refused || !conversation || actor.kind !== 'operator') return refused ?? refuse('forbidden')
  return mayFromOutside('accept', actor.levels.get(conversation.channel)) ? undefined : refuse('forbidden')
}

/** Only the visitor says who he is. */
export const mayIntroduce = (actor: Authority, conversation: Owned | undefined): Refusal | undefined =>
  mayKnow(actor, conversation) ?? (actor.kind === 'visitor' ? undefined : refuse('forbidden'))

type Ended = { conversation: Owned | undefined; endedAt: number; withinMs: number; at: number }

/** Who may accept it at any time, for it is his then; its visitor for a while. */
export function mayReopen(actor: Authority, { conversation, endedAt, withinMs, at }: Ended): Refusal | undefined {
  const unknown = mayKnow(actor, conversation)
  if (unknown) return unknown
  switch (actor.kind) {
    case 'operator':
      return mayAccept(actor, conversation)
    case 'visitor':
      return at - endedAt < withinMs ? undefined : refuse('closed')
    case 'system':
      return refuse('forbidden')
  }
}

export const mayOpen = (actor: Authority): Refusal | undefined => (actor.kind === 'visitor' ? undefined : refuse('forbidden'))
