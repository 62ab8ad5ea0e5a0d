import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import { capability, type Capability } from '../platform/capability.ts'
import { reaction } from '../platform/reactions.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { HelpCommand, HelpEvent } from './events.ts'
import { isHelper, isWanted, readHelpers, readHelping, readParts, readWanted } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Help = Capability<HelpCommand, HelpEvent>

const itself = ({ conversation }: { conversation: ConversationId }) => [`conversation:${conversation}`] as const

const settled = reaction({
  about: ({ conversation }: { conversation: { id: ConversationId } }) => `conversation:${conversation.id}`,
  keep: ({ conversation }: { conversation: { id: ConversationId } }) => ({ conversation: conversation.id }),
  answer: async (_db, { conversation }): Promise<HelpCommand[]> => [{ type: 'help.settle', conversation, joined: null }],
})

export const help = capability<HelpCommand, HelpEvent>({
  name: 'help',
  migrations,
  subjects: {
    'status.set': itself,
    // What he helps in is said whole.
    'help.join': ({ conversation }, actor) => [`conversation:${conversation}`, `operator:${actor.id}`],
    'conversation.label': itself,
    'conversation.unlabel': itself,
    'help.settle': async ({ conversation }, _actor, db) => {
      const helpers = await readHelpers(db, conversation)
      return [`conversation:${conversation}`, ...helpers.map(({ operator }) => `operator:${operator}` as const)]
    },
  },
  commands,
  writes,
  broadcasts,
  security: 'none',
  reactions: {
    'conversation.joined': reaction({
      about: ({ conversation }) => `conversation:${conversation.id}`,
      keep: ({ conversation, operator }) => ({ conversation: conversation.id, joined: operator.id }),
      answer: async (_db, kept) => [{ type: 'help.settle', ...kept }],
    }),
    'conversation.released': settled,
    'conversation.closed': settled,
  },
  // The pattern of a topic is that of the ids it names.
  snapshots: {
    conversation: async (db, id) => (await readParts(db, [id as ConversationId])).get(id as ConversationId),
    settings: async (db) => ({ wanted: await readWanted(db) }),
    operator: async (db, id) => ({ helping: await readHelping(db, id as OperatorId) }),
  },
  elements: { row: readParts },
  mayWatch: {
    conversation: async (db, authority, id) => {
      if (authority.kind !== 'operator') return false
      const conversation = id as ConversationId // as above
      const mayRead = (await isWanted(db, conversation)) || (await isHelper(db, { conversation, operator: authority.id }))
      return mayRead && 'now'
    },
  },
})
