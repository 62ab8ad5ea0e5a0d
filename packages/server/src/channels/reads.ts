import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Db, Tx } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import type { Channel } from './channel.ts'
import { allOf, optionsFrom } from './options.ts'

const CHANNELS_MAX = 500
const MEMBERS_MAX = 5000

const membershipsOf = prepared((db, { operator }: { operator: OperatorId }) =>
  db
    .selectFrom('channel_member')
    .select('channel_id')
    .where('operator_id', '=', operator)
    .orderBy('channel_id')
    .limit(CHANNELS_MAX),
)

const livePartsOf = prepared((db, { channel }: { channel: ChannelId }) =>
  db
    .selectFrom('channel_part as live')
    .leftJoin('operator', 'operator.id', 'live.by')
    .innerJoin('channel', 'channel.id', 'live.channel_id')
    .select(['live.part', 'live.version', 'live.body', 'live.at', 'live.by', 'operator.name', 'channel.archived_at'])
    .where('live.channel_id', '=', channel)
    .where('live.version', '=', (eb) =>
      eb
        .selectFrom('channel_part as each')
        .select((each) => each.fn.max('each.version').as('newest'))
        .whereRef('each.channel_id', '=', 'live.channel_id')
        .whereRef('each.part', '=', 'live.part'),
    )
    .orderBy('live.part'),
)

/** What findChannel will ask for. */
export const foreseeChannel = (tx: Tx, channel: ChannelId): void => livePartsOf.foresee(tx, { channel })

/** Its name is an option that was chosen when it was made: there is none without. */
export async function findChannel(db: Db, id: ChannelId): Promise<Channel | undefined> {
  const rows = await livePartsOf(db, { channel: id })
  if (rows.length === 0) return undefined
  const byPart = optionsFrom(Object.fromEntries(rows.map(({ part, body }) => [part, body])))
  const published = rows.map(({ part, version, at, by, name }) => ({ part, version, at, by: by && { id: by, name: name ?? by } }))
  return { id, options: allOf(byPart), byPart, published, archivedAt: rows[0]?.archived_at ?? null }
}

export function readChannelNames(db: Db): Promise<{ id: ChannelId; name: string; archivedAt: number | null }[]> {
  return db
    .selectFrom('channel')
    .select(['id', 'name', 'archived_at as archivedAt'])
    .orderBy('name')
    .orderBy('id')
    .limit(CHANNELS_MAX)
    .execute()
}

export async function readMemberships(db: Db, operator: OperatorId): Promise<ChannelId[]> {
  return (await membershipsOf(db, { operator })).map(({ channel_id }) => channel_id)
}

export async function readMembersOf(db: Db, channel: ChannelId): Promise<OperatorId[]> {
  const rows = await db
    .selectFrom('channel_member')
    .select('operator_id')
    .where('channel_id', '=', channel)
    .orderBy('operator_id')
    .limit(MEMBERS_MAX)
    .execute()
  return rows.map(({ operator_id }) => operator_id)
}

export async function findLeaving(
  db: Db,
  { channel, operator }: { channel: ChannelId; operator: OperatorId },
): Promise<{ by: OperatorId | null; at: number } | undefined> {
  return db
    .selectFrom('channel_leaving')
    .select(['by', 'at'])
    .where('channel_id', '=', channel)
    .where('operator_id', '=', operator)
    .executeTakeFirst()
}

export async function readAllMembers(db: Db): Promise<{ channel: ChannelId; operator: OperatorId }[]> {
  return db
    .selectFrom('channel_member')
    .innerJoin('operator', 'operator.id', 'channel_member.operator_id')
    .select(['channel_id as channel', 'operator_id as operator'])
    .where('operator.revoked_at', 'is', null)
    .orderBy('channel_id')
    .orderBy('operator_id')
    .limit(MEMBERS_MAX)
    .execute()
}
