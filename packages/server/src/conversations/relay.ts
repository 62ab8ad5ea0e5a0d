import type { FleetingSent } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import { findChannel } from '../channels/reads.ts'
import type { Authority } from '../platform/actor.ts'
import type { Relayed } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { asSeen } from './guise.ts'
import { mayKnow } from './policy.ts'
import { findConversation } from './reads.ts'

/** Who hears that somebody types. Whoever only looks on makes no sign of life on the visitor's side. */
export async function relay(db: Db, authority: Authority, sent: FleetingSent): Promise<readonly Relayed[]> {
  const conversation = await findConversation(db, sent.conversation)
  if (mayKnow(authority, conversation) || !conversation || conversation.phase.state === 'closed') return []
  const operators = `conversation:${sent.conversation}` as const
  const visitor = `chat:${sent.conversation}` as const
  if (sent.type === 'draft') {
    const channel = await findChannel(db, conversation.channel)
    return authority.kind === 'visitor' && channel?.options.previewsTyping
      ? [{ topic: operators, fleeting: { type: 'draft', text: sent.text } }]
      : []
  }
  if (sent.type === 'looking') return lookingTo(operators, authority, sent.looks)
  switch (authority.kind) {
    case 'visitor':
      return [{ topic: operators, fleeting: { type: 'typing', who: { kind: 'visitor' }, box: 'reply' } }]
    case 'operator': {
      const { id, name } = authority
      const typing = { type: 'typing', who: { kind: 'operator', id, name }, box: sent.box } as const
      const takesPart =
        conversation.phase.state === 'active' && conversation.phase.operators.some(({ id }) => id === authority.id)
      const heard: Relayed[] = [{ topic: operators, fleeting: typing }]
      if (!takesPart || sent.box !== 'reply') return heard
      const who = { kind: 'operator', ...asSeen(conversation, { id, name }) } as const
      return [...heard, { topic: visitor, fleeting: { ...typing, who } }]
    }
    case 'system':
      return []
  }
}

// Colleagues alone: the visitor is not told who reads along.
function lookingTo(topic: Topic, authority: Authority, looks: boolean): readonly Relayed[] {
  if (authority.kind !== 'operator') return []
  const who = { kind: 'operator', id: authority.id, name: authority.name } as const
  return [{ topic, fleeting: { type: 'looking', who, looks } }]
}
