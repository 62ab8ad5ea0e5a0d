import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import { capability, type Capability } from '../platform/capability.ts'
import { reaction } from '../platform/reactions.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { ColleagueCommand, ColleagueEvent } from './events.ts'
import { isInvited, readAsked, readInvitations, shownOf } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Colleagues = Capability<ColleagueCommand, ColleagueEvent>

const itself = ({ conversation }: { conversation: ConversationId }) => [`conversation:${conversation}`] as const

const settled = reaction({
  about: ({ conversation }: { conversation: { id: ConversationId } }) => `conversation:${conversation.id}`,
  keep: ({ conversation }: { conversation: { id: ConversationId } }) => ({ conversation: conversation.id }),
  answer: async (_db, { conversation }): Promise<ColleagueCommand[]> => [{ type: 'colleague.settle', conversation }],
})

export const colleagues = capability<ColleagueCommand, ColleagueEvent>({
  name: 'colleagues',
  migrations,
  subjects: {
    'colleague.invite': itself,
    'colleague.uninvite': itself,
    // He may have one more then, and is counted alone.
    'colleague.join': ({ conversation }, actor) => [`conversation:${conversation}`, `operator:${actor.id}`],
    'colleague.decline': itself,
    'colleague.settle': itself,
  },
  commands,
  writes,
  broadcasts,
  security: 'none',
  reactions: {
    'conversation.accepted': settled,
    'conversation.joined': settled,
    'observer.came': settled,
    'conversation.closed': settled,
  },
  // The pattern of a topic is that of the ids it names.
  snapshots: {
    conversation: async (db, id) => ({ invited: shownOf(await readAsked(db, id as ConversationId)) }),
    operator: async (db, id) => ({ invitations: await readInvitations(db, id as OperatorId) }),
  },
  mayWatch: {
    conversation: async (db, authority, id) => {
      if (authority.kind !== 'operator') return false
      const mayRead = await isInvited(db, { conversation: id as ConversationId, operator: authority.id }) // as above
      return mayRead && 'now'
    },
  },
})
