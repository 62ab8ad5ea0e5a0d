import type { ChannelOptions } from '@portico/protocol/channels'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Db, Tx } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { newOptions, type Channel } from './channel.ts'

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

const channelById = prepared((db, { id }: { id: ChannelId }) =>
  db.selectFrom('channel').select(['id', 'name', 'options']).where('id', '=', id),
)

/** What findChannel will ask for. */
export const foreseeChannel = (tx: Tx, id: ChannelId): void => channelById.foresee(tx, { id })

export async function findChannel(db: Db, id: ChannelId): Promise<Channel | undefined> {
  const [row] = await channelById(db, { id })
  if (!row) return undefined
  const stored = JSON.parse(row.options) as Partial<ChannelOptions> // writes.ts wrote it, perhaps before there was each of them
  return { id: row.id, options: { ...newOptions(row.name), ...stored } }
}

export function readChannelNames(db: Db): Promise<{ id: ChannelId; name: string }[]> {
  return db.selectFrom('channel').select(['id', 'name']).orderBy('name').orderBy('id').limit(CHANNELS_MAX).execute()
}

export async function readMemberships(db: Db, operator: OperatorId): Promise<ChannelId[]> {
  return (await membershipsOf(db, { operator })).map(({ channel_id }) => channel_id)
}

export async function readMembers(db: Db, channel: ChannelId): Promise<OperatorId[]> {
  const rows = await db
    .selectFrom('channel_member')
    .innerJoin('operator', 'operator.id', 'channel_member.operator_id')
    .select('operator_id')
    .where('channel_id', '=', channel)
    .where('operator.revoked_at', 'is', null)
    .orderBy('operator_id')
    .execute()
  return rows.map(({ operator_id }) => operator_id)
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
