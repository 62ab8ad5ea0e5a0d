import type { OwnLimit } from '@portico/protocol/capacity'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import type { Db } from '../platform/db/database.ts'
import type { Limits } from './capacity.ts'
import { IN_ALL } from './tables.ts'

const OWN_LIMITS_MAX = 5000

export async function readOwnLimits(db: Db): Promise<OwnLimit[]> {
  const rows = await db
    .selectFrom('operator_limit')
    .selectAll()
    .orderBy('operator_id')
    .orderBy('channel_id')
    .limit(OWN_LIMITS_MAX)
    .execute()
  return rows.map(({ operator_id, channel_id, at_once }) => ({
    operator: operator_id,
    channel: channel_id === IN_ALL ? null : channel_id,
    atOnce: at_once,
  }))
}

type Asked = { operators: readonly OperatorId[]; channel: ChannelId; options: Pick<ChannelOptions, 'atOnce' | 'duringCalls'> }

/** What each of these may have at once in this channel, and in all. */
export async function readLimits(db: Db, { operators, channel, options }: Asked): Promise<(operator: OperatorId) => Limits> {
  const rows =
    operators.length === 0
      ? []
      : await db
          .selectFrom('operator_limit')
          .selectAll()
          .where('operator_id', 'in', operators)
          .where('channel_id', 'in', [channel, IN_ALL])
          .execute()
  const own = new Map(rows.map(({ operator_id, channel_id, at_once }) => [`${operator_id} ${channel_id}`, at_once]))
  return (operator) => ({
    inChannel: own.get(`${operator} ${channel}`) ?? options.atOnce ?? 'unlimited',
    inAll: own.get(`${operator} ${IN_ALL}`) ?? 'unlimited',
    duringCalls: options.duringCalls,
  })
}
