import type { OperatorId } from '@portico/protocol/ids'
import { capability, type Capability } from '../platform/capability.ts'
import { reaction } from '../platform/reactions.ts'
import { setParts } from '../platform/set-parts.ts'
import { commands } from './commands.ts'
import type { AbsencesCommand, AbsencesEvent } from './events.ts'
import { deliver } from './mails.ts'
import { readMailsOn } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Absences = Capability<AbsencesCommand, AbsencesEvent>

export const absences = capability<AbsencesCommand, AbsencesEvent>({
  name: 'absences',
  migrations,
  subjects: {
    'absence-mails.set': (_command, actor) => [`operator:${actor.id}`],
    // So many mails an hour are counted over all conversations.
    'absence.mail': ({ conversation }) => [`conversation:${conversation}`, 'absences:site'],
  },
  commands,
  writes,
  deliver,
  broadcasts: {
    'absence-mails.set': ({ operator, on }) => setParts(`operator:${operator}`, { absenceMails: on }),
    'absence.mailed': () => [],
  },
  security: 'none',
  reactions: {
    'conversation.requested': reaction({
      about: ({ conversation }) => `conversation:${conversation.id}`,
      keep: ({ conversation }) => ({ conversation: conversation.id }),
      answer: async (_db, kept) => [{ type: 'absence.mail', ...kept }],
    }),
  },
  snapshots: {
    operator: async (db, id) => ({ absenceMails: await readMailsOn(db, id as OperatorId) }), // the id of such a topic is his
  },
})
