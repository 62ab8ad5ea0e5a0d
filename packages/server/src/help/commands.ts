import { findOperator } from '../auth/reads.ts'
import { isIn } from '../conversations/conversation.ts'
import { mayContribute, mayWorkOn } from '../conversations/policy.ts'
import { findConversation, readSummary } from '../conversations/reads.ts'
import { refuseFull } from '../conversations/room.ts'
import { findLabel } from '../labels/reads.ts'
import type { Authority } from '../platform/actor.ts'
import { isRefusal, refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { must } from '../platform/must.ts'
import type { Help } from './index.ts'
import { findStanding, isHelper, readHelpers, readHelping, readLabelsOf } from './reads.ts'
import { addLabel, join, removeLabel, setStatus, settle } from './standing.ts'

export const commands: Help['commands'] = {
  'status.set': async (tx, { conversation: id, status }, { actor, now }) => {
    const conversation = await findConversation(tx, id)
    const refused = mayContribute(actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const { standing: before } = await findStanding(tx, id)
    const { excerpt } = await readSummary(tx, id)
    return setStatus(conversation, {
      to: status,
      before,
      labels: await readLabelsOf(tx, id),
      excerpt,
      by: staffOf(actor),
      at: now(),
    })
  },
  'help.join': async (tx, { conversation: id }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const conversation = await findConversation(tx, id)
    const { standing: before } = await findStanding(tx, id)
    // To whoever is not in its channel it exists as long as it looks for help, and shortly after.
    const isKnown = before.state === 'help' || before.state === 'answered' || !mayWorkOn(actor, conversation)
    if (!conversation || !isKnown) return refuse('not-found')
    const coming = { before, operator: staffOf(actor), helping: await readHelping(tx, actor.id), at: now() }
    const joined = join(conversation, coming)
    // Who is in it already, or comes too late, needs no room.
    if (isRefusal(joined) || before.state !== 'help' || isIn(conversation, actor.id)) return joined
    return (await refuseFull(tx, conversation, actor.id)) ?? joined
  },
  'conversation.label': async (tx, { conversation: id, label }, { actor, now }) => {
    const conversation = await findConversation(tx, id)
    const refused = mayContribute(actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    if (!(await findLabel(tx, label))) return refuse('not-found')
    const { standing: before, excerpt } = await findStanding(tx, id)
    return addLabel(conversation, { label, labels: await readLabelsOf(tx, id), before, excerpt, at: now() })
  },
  'conversation.unlabel': async (tx, { conversation: id, label }, { actor, now }) => {
    const conversation = await findConversation(tx, id)
    const refused = mayContribute(actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const { standing: before, excerpt } = await findStanding(tx, id)
    return removeLabel(conversation, { label, labels: await readLabelsOf(tx, id), before, excerpt, at: now() })
  },
  'help.settle': internal(async (tx, { conversation: id, joined }, { now }) => {
    const conversation = must(await findConversation(tx, id))
    const { standing: before } = await findStanding(tx, id)
    // Who has come by way of help is known already.
    const isNew = joined !== null && !(await isHelper(tx, { conversation: id, operator: joined }))
    const operator = isNew ? await findOperator(tx, joined) : undefined
    return settle(conversation, {
      before,
      helpers: await readHelpers(tx, id),
      joined: operator ? { id: operator.id, name: operator.name } : null,
      at: now(),
    })
  }),
}

function staffOf(actor: Authority) {
  if (actor.kind !== 'operator') throw new Error(`a ${actor.kind} is no operator`)
  return { id: actor.id, name: actor.name }
}
