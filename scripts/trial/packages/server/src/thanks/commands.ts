import { findChannel } from '../channels/reads.ts'
import { mayKnow } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import type { Thanks } from './index.ts'
import { findThanks, readWhoHelped } from './reads.ts'

export const commands: Thanks['commands'] = {
  'thanks.give': async (tx, { conversation: id }, { actor, now }) => {
    const conversation = await findConversation(tx, id)
    const refused = mayKnow(actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    const channel = await findChannel(tx, conversation.channel)
    if (actor.kind !== 'visitor' || !channel?.options.takesThanks) return refuse('forbidden')
    if (await findThanks(tx, id)) return []
    const operators = await readWhoHelped(tx, id)
    return [{ type: 'thanks.given', conversation: id, channel: conversation.channel, operators, at: now() }]
  },
  'thanks.forget': internal(async (tx, { conversation }) => {
    const thanks = await findThanks(tx, conversation)
    return thanks?.counted_until ? [{ type: 'thanks.forgotten', conversation, channel: thanks.channel_id }] : []
  }),
}
