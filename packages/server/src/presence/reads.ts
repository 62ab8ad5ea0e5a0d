import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { AVAILABILITIES } from '@portico/protocol/availabilities'
import type { Presence, PresenceRules } from '@portico/protocol/presence'
import { findChannel } from '../channels/reads.ts'
import { isClosed } from '../hours/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { isOpenTo } from './availability.ts'
import type { Staffing } from './events.ts'
import { staffingOf, type Reachable } from './staffing.ts'
import type { PresenceRow } from './tables.ts'

const PRESENCES_MAX = 1000
const CONNECTIONS_MAX = 10_000
const OPEN_TO_VISITORS = AVAILABILITIES.filter((each) => isOpenTo(each, 'external'))

export async function readPresence(db: Db, operator: OperatorId): Promise<Presence | undefined> {
  const row = await db.selectFrom('operator_presence').selectAll().where('operator_id', '=', operator).executeTakeFirst()
  return row && fromRow(row)
}

/** The nodes that hold connections of his, and since when he has done nothing there. */
export function readConnections(db: Db, operator: OperatorId): Promise<{ node: string; idleSince: number | null }[]> {
  return db
    .selectFrom('operator_connection')
    .select(['node', 'idle_since as idleSince'])
    .where('operator_id', '=', operator)
    .orderBy('node')
    .execute()
}

/** Who is connected where. Who was sent away for good is nobody's. */
export async function readAllConnections(db: Db): Promise<{ operator: OperatorId; node: string }[]> {
  const rows = await db
    .selectFrom('operator_connection')
    .select(['operator_id as operator', 'node'])
    .orderBy('operator_id')
    .orderBy('node')
    .limit(CONNECTIONS_MAX)
    .execute()
  return rows
}

export async function readPresences(db: Db): Promise<Presence[]> {
  const rows = await db
    .selectFrom('operator_presence')
    .innerJoin('operator', 'operator.id', 'operator_presence.operator_id')
    .selectAll('operator_presence')
    .where('operator.revoked_at', 'is', null)
    .orderBy('operator_id')
    .limit(PRESENCES_MAX)
    .execute()
  return rows.map(fromRow)
}

/** Members of the channel who are connected and available to people from outside. */
export function readReachable(db: Db, channel: ChannelId): Promise<Reachable[]> {
  return db
    .selectFrom('channel_member')
    .innerJoin('operator_presence', 'operator_presence.operator_id', 'channel_member.operator_id')
    .innerJoin('operator', 'operator.id', 'channel_member.operator_id')
    .leftJoin('portrait', 'portrait.operator_id', 'channel_member.operator_id')
    .select(['channel_member.operator_id as id', 'operator.name', 'operator.alias', 'portrait.id as portrait'])
    .where('channel_member.channel_id', '=', channel)
    .where('operator_presence.connected_at', 'is not', null)
    .where('operator_presence.availability', 'in', OPEN_TO_VISITORS)
    .where('operator.revoked_at', 'is', null)
    .orderBy('channel_member.operator_id')
    .execute()
}

/** Where names are masked nobody is shown. */
export async function hasMasks(db: Db, channel: ChannelId): Promise<boolean> {
  const found = await findChannel(db, channel)
  return found !== undefined && found.options.operatorNames !== 'own'
}

/** Of these, who has done nothing anywhere for a while, and since when. */
export async function readIdle(db: Db, operators: readonly OperatorId[]): Promise<Map<OperatorId, number>> {
  if (operators.length === 0) return new Map()
  const rows = await db
    .selectFrom('operator_presence')
    .select(['operator_id', 'idle_since'])
    .where('operator_id', 'in', operators)
    .where('idle_since', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ operator_id, idle_since }) => (idle_since === null ? [] : [[operator_id, idle_since]])))
}

export async function readStaffing(db: Db, channel: ChannelId): Promise<Staffing> {
  const reachable = (await isClosed(db, channel)) ? [] : await readReachable(db, channel)
  return staffingOf(channel, { reachable, isMasked: await hasMasks(db, channel) })
}

export async function readPresenceRules(db: Db): Promise<PresenceRules> {
  const row = await db.selectFrom('presence_rule').selectAll().executeTakeFirstOrThrow()
  return {
    lowersAtSignIn: row.lowers_since !== null,
    repeatsNotice: row.repeats_since !== null,
    operatorAwayMs: row.operator_away_ms,
    visitorAwayMs: row.visitor_away_ms,
  }
}

const fromRow = ({ operator_id, availability, ...row }: PresenceRow): Presence => ({
  operator: operator_id,
  availability,
  availabilityAt: row.availability_at,
  connectedAt: row.connected_at,
  idleSince: row.idle_since,
  loggedInUntil: row.logged_in_until,
  loweredAt: row.lowered_at,
})
