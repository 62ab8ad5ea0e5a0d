import type { ChannelId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'

/** Of the last that have ended; more would tell of other days. */
const LOOKED_AT = 50
/** Of fewer nothing can be said. */
const ANSWERED_MIN = 5

/** How long visitors of the channel have waited for the first answer lately: half of them less. */
export async function readAnsweringTime(db: Db, channel: ChannelId): Promise<number | null> {
  const rows = await db
    .selectFrom('conversation')
    .select(['opened_at', 'answered_at'])
    .where('channel_id', '=', channel)
    .where('closed_at', 'is not', null)
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .execute()
  const waits = rows
    .flatMap(({ opened_at, answered_at }) => (answered_at === null ? [] : [Math.max(0, answered_at - opened_at)]))
    .sort((a, b) => a - b)
  return waits.length < ANSWERED_MIN ? null : (waits[Math.floor(waits.length / 2)] ?? null)
}
