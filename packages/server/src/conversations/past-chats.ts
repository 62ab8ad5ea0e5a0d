import type { ChatsPage } from '@portico/protocol/pages'
import type { ChannelId, VisitorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { facesOf } from '../presence/face.ts'
import { asSeen } from './guise.ts'
import { cursorText, parseCursor } from './lists.ts'
import { guisesFrom } from './reads.ts'
import { readEverybodyIn } from './seat-reads.ts'

type Asked = { visitor: VisitorId; channel: ChannelId; before: string | undefined; limit: number }

/** A visitor's conversations in this channel that have ended, the last begun first. */
export async function readPastChats(db: Db, { visitor, channel, before, limit }: Asked): Promise<ChatsPage> {
  const cursor = parseCursor(before)
  const rows = await db
    .selectFrom('conversation')
    .select(['id', 'opened_at', 'begun_at', 'closed_at', 'excerpt', 'guises'])
    .where('visitor_id', '=', visitor)
    .where('entrance', '=', channel)
    .where('closed_at', 'is not', null)
    .$if(cursor !== undefined, (query) => query.where(sql<boolean>`(begun_at, id) < (${must(cursor).at}, ${must(cursor).id})`))
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const staff = await readEverybodyIn(
    db,
    shown.map(({ id }) => id),
  )
  const last = shown.at(-1)
  return {
    chats: shown.map(({ id, opened_at, closed_at, excerpt, ...row }) => {
      const seen = { id, guises: guisesFrom(row) }
      const faces = facesOf((staff.get(id) ?? []).map((each) => asSeen(seen, each)))
      return { id, openedAt: opened_at, closedAt: must(closed_at), faces, excerpt }
    }),
    next: rows.length > limit && last ? cursorText({ at: last.begun_at, id: last.id }) : null,
  }
}
