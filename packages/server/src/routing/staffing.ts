import type { ChannelId } from '@portico/protocol/ids'
import type { Db, Tx } from '../platform/db/database.ts'
import type { Queue } from './estimate.ts'

/** As much of the past as the estimates were proved with. */
export const STAFFING_MS = 12 * 60 * 60_000
/** Of one channel: who switches back and forth all day fills no disk, and is read as quickly as others. */
export const STAFFINGS_MAX = 100

/** What there was last, as far as it is known. */
export const findStaffing = (db: Db, channel: ChannelId) =>
  db
    .selectFrom('queue_staffing')
    .select(['at', 'slots'])
    .where('channel_id', '=', channel)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How many slots there were before, newest first, back to when somebody had no limit: from such a time nothing follows. */
export async function readStaffing(
  db: Db,
  { channel, slots, at }: { channel: ChannelId; slots: number; at: number },
): Promise<Required<Queue>['staffing']> {
  const rows = await db
    .selectFrom('queue_staffing')
    .select(['at', 'slots'])
    .where('channel_id', '=', channel)
    .orderBy('at', 'desc')
    .limit(STAFFINGS_MAX)
    .execute()
  // What has changed this very moment is told before it is noted.
  const staffing = rows[0] && rows[0].slots !== slots ? [{ agoMs: 0, slots }] : []
  for (const row of rows) {
    if (row.slots === null) break
    const agoMs = Math.max(0, at - row.at)
    staffing.push({ agoMs: Math.min(agoMs, STAFFING_MS), slots: row.slots })
    if (agoMs >= STAFFING_MS) break
  }
  return staffing
}

export async function noteStaffing(
  tx: Tx,
  { channel, slots, at }: { channel: ChannelId; slots: number | null; at: number },
): Promise<void> {
  await tx
    .insertInto('queue_staffing')
    .values({ channel_id: channel, at, slots })
    .onConflict((oc) => oc.columns(['channel_id', 'at']).doUpdateSet({ slots }))
    .execute()
  const beyond = await tx
    .selectFrom('queue_staffing')
    .select('at')
    .where('channel_id', '=', channel)
    .orderBy('at', 'desc')
    .offset(STAFFINGS_MAX)
    .limit(1)
    .executeTakeFirst()
  if (beyond) await tx.deleteFrom('queue_staffing').where('channel_id', '=', channel).where('at', '<=', beyond.at).execute()
}
