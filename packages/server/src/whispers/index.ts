import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import { mayWorkOn } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { sitterOf } from '../conversations/seating.ts'
import { staffOf } from '../conversations/staff-of.ts'
import { capability, refuse, type Capability } from '../platform/capability.ts'
import type { WhisperCommand, WhisperEvent } from './events.ts'
import { isWhisper, readWhispers } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Whispers = Capability<WhisperCommand, WhisperEvent>

export const whispers = capability<WhisperCommand, WhisperEvent>({
  name: 'whispers',
  migrations,
  subjects: { 'whisper.send': ({ conversation }) => [`conversation:${conversation}`] },
  commands: {
    'whisper.send': async (tx, { conversation: id, line, to, text }, ctx) => {
      const conversation = await findConversation(tx, id)
      const refused = mayWorkOn(ctx.actor, conversation)
      if (refused || !conversation) return refused ?? refuse('not-found')
      if (conversation.phase.state === 'closed') return refuse('closed')
      const from = staffOf(ctx)
      // Who is not in it has nobody here to whisper to, and could not be answered.
      if (!sitterOf(conversation, from.id)) return refuse('forbidden')
      const listener = to === from.id ? undefined : sitterOf(conversation, to)
      if (!listener) return refuse('not-found')
      if (await isWhisper(tx, line)) return refuse('not-found')
      const whisper = { id: line, after: conversation.lastOrdinal, at: ctx.now(), from, to: listener.operator, text }
      return [{ type: 'whisper.said', conversation: id, whisper }]
    },
  },
  writes,
  broadcasts: {
    'whisper.said': ({ conversation, whisper }) =>
      [whisper.from, whisper.to].map(({ id }) => [`aside:${conversation}.${id}`, { type: 'whisper.added', whisper }] as const),
  },
  security: 'none',
  snapshots: {
    aside: async (db, id) => {
      const { conversation, operator } = partsOf(id)
      return { whispers: await readWhispers(db, { conversation, operator }) }
    },
  },
  mayWatch: {
    aside: async (db, authority, id) => {
      const { conversation, operator } = partsOf(id)
      if (authority.kind !== 'operator' || authority.id !== operator) return false
      return !mayWorkOn(authority, await findConversation(db, conversation)) && 'now'
    },
  },
})

function partsOf(id: string) {
  const [conversation = '', operator = ''] = id.split('.')
  return { conversation: conversation as ConversationId, operator: operator as OperatorId } // the pattern of the topic is that of the ids
}
