import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { timed } from '@portico/testkit/growth'
import { markNow, readMovedSince, readOldest } from '../platform/db/commit-order.ts'
import type { Db } from '../platform/db/database.ts'
import { markOfList, readActive, readClosed, readMoved } from './lists.ts'
import { readOfVisitors } from './person-reads.ts'
import { readHeld } from './seat-reads.ts'
import { searchVisitors } from './search.ts'
import { channelSnapshot, chatSnapshot, conversationSnapshot, operatorSnapshot, visitorSnapshot } from './snapshots.ts'

const PAGE = 50

type Read = (db: Db) => Promise<unknown>
type Looked = { operator: OperatorId; channels: readonly [ChannelId, ChannelId] }

/** What people look at again and again, each of which must cost what it shows and not what there has ever been. */
export function hotReads({ operator, channels }: Looked): Readonly<Record<string, Read>> {
  const asked = { operator, channels, before: undefined, limit: PAGE }
  const older = { ...asked, before: { at: 5000, id: 'c-000004995' as ConversationId } } // as fillConversations names it
  const conversation = 'c-000000007' as ConversationId // as above
  const visitor = 'v-000000002' as VisitorId // as above
  return {
    'the closed list': (db) => readClosed(db, asked),
    'an older page of it': (db) => readClosed(db, older),
    'my list': (db) => readActive(db, { ...asked, mine: true }),
    'the team’s list': (db) => readActive(db, { ...asked, mine: false }),
    'the inbox of a channel': (db) => channelSnapshot(db, channels[0]),
    'what has moved in it': (db) => readMoved(db, channels[0]),
    'whether anything has': (db) => markOfList(db, channels[0]),
    'an operator’s own view': (db) => operatorSnapshot(db, operator),
    'what he holds': (db) => readHeld(db, { operator }),
    'a conversation': (db) => conversationSnapshot(db, conversation),
    'a chat': (db) => chatSnapshot(db, conversation),
    'a visitor’s conversations': (db) => readOfVisitors(db, { ...asked, visitors: [visitor] }),
    'visitors by name': (db) => searchVisitors(db, { channels, text: 'ann' }),
    'a visitor': (db) => visitorSnapshot(db, visitor),
    'the order of commits': (db) => markNow(db, undefined),
    'what has moved since': async (db) =>
      readMovedSince(db, { ...(await markNow(db, undefined)), after: undefined, limit: PAGE }),
    'the oldest entries': (db) => readOldest(db, PAGE),
  }
}

const BEST_OF = 5

/** In milliseconds, the best of five: noise only ever adds. */
export async function costOf(read: Read, db: Db): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < BEST_OF; n++) times.push(await timed(() => read(db)))
  return Math.min(...times)
}
