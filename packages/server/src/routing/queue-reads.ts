import type { ChannelId, ConversationId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import { findChannel } from '../channels/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import type { estimate } from './estimate.ts'
import { readSlots } from './slots.ts'
import { readStaffing } from './staffing.ts'

const QUEUE_MAX = 1000
const SERVED_MAX = 200

export const findLeaving = (db: Db, conversation: ConversationId) =>
  db.selectFrom('queue_leaving').selectAll().where('conversation_id', '=', conversation).executeTakeFirst()

export type Line = { channel: ChannelId; options: ChannelOptions; waiting: readonly ConversationId[] }

/** By channel, those who wait in it, in their order. */
export async function readLines(db: Db): Promise<Line[]> {
  const rows = await db
    .selectFrom('conversation')
    .select(['id', 'channel_id'])
    .where('closed_at', 'is', null)
    .where('accepted_at', 'is', null)
    .orderBy('begun_at')
    .orderBy('id')
    .limit(QUEUE_MAX)
    .execute()
  const byChannel = [...Map.groupBy(rows, ({ channel_id }) => channel_id)]
  return Promise.all(
    byChannel.map(async ([channel, own]) => ({
      channel,
      options: must(await findChannel(db, channel)).options,
      waiting: own.map(({ id }) => id),
    })),
  )
}

/** Of these, whose visitor is known to have left. */
export async function readGone(db: Db, conversations: readonly ConversationId[]): Promise<Set<ConversationId>> {
  if (conversations.length === 0) return new Set()
  const rows = await db
    .selectFrom('queue_leaving')
    .select('conversation_id')
    .where('conversation_id', 'in', conversations)
    .where('returned_at', 'is', null)
    .execute()
  return new Set(rows.map(({ conversation_id }) => conversation_id))
}

/** What the estimate begins with; `unlimited` where somebody may have any number: then nobody waits for room. */
export async function readQueue(
  db: Db,
  { channel, options, waiting, at }: Omit<Line, 'waiting'> & { waiting: readonly unknown[]; at: number },
): Promise<Parameters<typeof estimate>[0] | 'unlimited'> {
  const slots = await readSlots(db, { channel, options })
  if (slots === null) return 'unlimited'
  const held = await db
    .selectFrom('conversation')
    .select('accepted_at')
    .where('channel_id', '=', channel)
    .where('closed_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .orderBy('accepted_at')
    .orderBy('id')
    .limit(QUEUE_MAX)
    .execute()
  const served = await db
    .selectFrom('conversation')
    .select(['accepted_at', 'closed_at'])
    .where('channel_id', '=', channel)
    .where('closed_at', 'is not', null)
    .where('accepted_at', 'is not', null)
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SERVED_MAX)
    .execute()
  return {
    slots,
    staffing: await readStaffing(db, { channel, slots, at }),
    lastedMs: held.map(({ accepted_at }) => Math.max(0, at - (accepted_at ?? at))),
    servedMs: served.map(({ accepted_at, closed_at }) => Math.max(0, (closed_at ?? 0) - (accepted_at ?? 0))),
    waiting: waiting.length,
  }
}
