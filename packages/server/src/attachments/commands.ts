import { mayKnow } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { actorName } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { begin, forget, store } from './attachment.ts'
import type { Attachments } from './index.ts'
import { findAttachment, readUnsent } from './reads.ts'

export const commands: Attachments['commands'] = {
  'attachment.begin': async (tx, { attachment: id, blob, conversation: within, file }, { actor, now }) => {
    const conversation = await findConversation(tx, within)
    const refused = mayKnow(actor, conversation)
    if (refused || !conversation) return refused ?? refuse('not-found')
    if (actor.kind === 'system') return refuse('forbidden')
    if (conversation.phase.state === 'closed') return refuse('closed')
    if (await findAttachment(tx, id)) return refuse('exists')
    const owner = actorName(actor)
    const attachment = { id, blob, conversation: within, owner, ...file, createdAt: now(), storedAt: null }
    return begin(attachment, await readUnsent(tx, owner))
  },
  'attachment.store': async (tx, { attachment }, { actor, now }) =>
    store(await findAttachment(tx, attachment), { owner: actorName(actor), at: now() }),
  'attachment.forget': internal(async (tx, { attachment }) => forget(await findAttachment(tx, attachment))),
}
