import { findChannel } from '../channels/reads.ts'
import { mayKnow } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import type { Thanks } from './index.ts'
import { readThankedAt } from './reads.ts'

export const commands: Thanks['commands'] = {
  'thanks.give': async (tx, { conversation: id }, { actor, now }) => {
    const conversation = await findConversation(tx, id)
    const refused = mayKnow(actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const channel = await findChannel(tx, conversation.channel)
    if (actor.kind !== 'visitor' || !channel?.options.takesThanks) return refuse('forbidden')
    if ((await readThankedAt(tx, id)) !== null) return []
    return [{ type: 'thanks.given', conversation: id, channel: conversation.channel, at: now() }]
  },
  'thanks.forget': internal(async (tx, { conversation: id }) => {
    const conversation = await findConversation(tx, id)
    return conversation ? [{ type: 'thanks.forgotten', conversation: id, channel: conversation.channel }] : refuse('not-found')
  }),
}
