import { mayWorkOn } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { isRefusal, refuse } from '../platform/capability.ts'
import { choose } from './choose.ts'
import type { Monitoring } from './index.ts'
import { readChosen } from './reads.ts'

export const commands: Monitoring['commands'] = {
  'monitor.set': async (tx, { conversation: id, of }, { actor, now }) => {
    const conversation = await findConversation(tx, id)
    const refused = mayWorkOn(actor, conversation)
    if (refused || !conversation || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    if (conversation.phase.state === 'closed') return refuse('closed')
    const before = await readChosen(tx, actor.id)
    if (before.some((each) => each.conversation === id && each.of === of)) return []
    const choice = { conversation: id, of }
    const chosen = choose(before, choice)
    return isRefusal(chosen) ? chosen : [{ type: 'monitor.set', operator: actor.id, choice, chosen, at: now() }]
  },
}
