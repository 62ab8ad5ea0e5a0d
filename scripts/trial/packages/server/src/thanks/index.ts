import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import { capability, type Capability } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import { deliver } from './mails.ts'
import type { ThanksCommand, ThanksEvent } from './events.ts'
import { countThanks, findThanks, readThanks } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Thanks = Capability<ThanksCommand, ThanksEvent>

const itself = ({ conversation }: { conversation: ConversationId }) => [`conversation:${conversation}`] as const
const thanked = async (db: Db, id: string) => ({ thankedAt: (await findThanks(db, id as ConversationId))?.at ?? null }) // the topic's pattern is an id's

export const thanks = capability<ThanksCommand, ThanksEvent>({
  name: 'thanks',
  migrations,
  subjects: { 'thanks.give': itself, 'thanks.forget': itself },
  commands,
  writes,
  broadcasts,
  security: 'none',
  deliver,
  snapshots: {
    conversation: thanked,
    chat: thanked,
    channel: async (db, id) => ({ thanksLately: await countThanks(db, id as ChannelId) }), // as above
  },
  elements: { row: readThanks },
})
