import { readShownIn } from '../conversations/person-reads.ts'
import { capability, type Capability } from '../platform/capability.ts'
import { reaction } from '../platform/reactions.ts'
import { commands } from './commands.ts'
import type { SearchCommand, SearchEvent } from './events.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Search = Capability<SearchCommand, SearchEvent>

export const search = capability<SearchCommand, SearchEvent>({
  name: 'search',
  migrations,
  // Numbers are given one after the other.
  subjects: { 'search.index': () => ['site:search'] },
  commands,
  writes,
  broadcasts: { 'search.indexed': () => [] },
  security: 'none',
  // What is said is found by its own; these change what a conversation is found by without a line.
  reactions: {
    'conversation.labelled': reaction({
      about: ({ conversation }) => `conversation:${conversation.id}`,
      keep: ({ conversation }) => ({ conversation: conversation.id }),
      answer: async (_db, { conversation }) => [{ type: 'search.index', conversations: [conversation] }],
    }),
    'visitor.known': reaction({
      about: ({ person }) => `visitor:${person.id}`,
      keep: ({ person }) => ({ visitor: person.id }),
      answer: async (db, { visitor }) => {
        const conversations = (await readShownIn(db, visitor)).map(({ id }) => id)
        return conversations.length === 0 ? [] : [{ type: 'search.index', conversations }]
      },
    }),
  },
  routes: async () => (await import('./routes.ts')).routes,
})
