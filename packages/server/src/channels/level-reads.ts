import type { ChannelId, OperatorId, TeamId } from '@portico/protocol/ids'
import { isAtLeast, LEVELS, type Level } from '@portico/protocol/level-order'
import type { Grant, Holder } from '@portico/protocol/levels'
import type { Team } from '@portico/protocol/channels'
import type { Db } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import type { GrantRow } from './tables.ts'
import type { Standing } from './standing.ts'

const GRANTS_MAX = 5000
export const TEAMS_MAX = 200
const PEOPLE_MAX = 2000

/** To himself, to his teams, to his role: of each channel the highest counts. */
const grantsOf = prepared((db, { operator }: { operator: OperatorId }) =>
  db
    .selectFrom('channel_grant')
    .select(['channel_id', 'level'])
    .where((eb) =>
      eb.or([
        eb.and([eb('holder_kind', '=', 'operator'), eb('holder_id', '=', operator)]),
        eb.and([
          eb('holder_kind', '=', 'team'),
          eb('holder_id', 'in', eb.selectFrom('team_member').select('team_id').where('operator_id', '=', operator)),
        ]),
        eb.and([
          eb('holder_kind', '=', 'role'),
          eb('holder_id', 'in', eb.selectFrom('operator').select('role').where('operator.id', '=', operator)),
        ]),
      ]),
    )
    .orderBy('channel_id')
    .limit(GRANTS_MAX),
)

export async function readLevels(db: Db, operator: OperatorId): Promise<ReadonlyMap<ChannelId, Level>> {
  const levels = new Map<ChannelId, Level>()
  for (const { channel_id, level } of await grantsOf(db, { operator })) {
    if (!isAtLeast(levels.get(channel_id), level)) levels.set(channel_id, level)
  }
  return levels
}

export async function levelIn(db: Db, asked: { operator: OperatorId; channel: ChannelId }): Promise<Level | undefined> {
  return (await readLevels(db, asked.operator)).get(asked.channel)
}

/** Colleagues who have this level in the channel, or a higher one, by whatever grant. */
export async function thoseWithLevel(
  db: Db,
  { channel, atLeast }: { channel: ChannelId; atLeast: Level },
): Promise<OperatorId[]> {
  const rows = await db
    .selectFrom('operator')
    .select('operator.id')
    .where('operator.revoked_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('channel_grant')
          .select('channel_grant.level')
          .where('channel_grant.channel_id', '=', channel)
          .where('channel_grant.level', 'in', LEVELS.slice(LEVELS.indexOf(atLeast)))
          .where((grant) =>
            grant.or([
              grant.and([grant('holder_kind', '=', 'operator'), grant('holder_id', '=', grant.ref('operator.id'))]),
              grant.and([grant('holder_kind', '=', 'role'), grant('holder_id', '=', grant.ref('operator.role'))]),
              grant.and([
                grant('holder_kind', '=', 'team'),
                grant(
                  'holder_id',
                  'in',
                  grant
                    .selectFrom('team_member')
                    .select('team_member.team_id')
                    .whereRef('team_member.operator_id', '=', 'operator.id'),
                ),
              ]),
            ]),
          ),
      ),
    )
    .orderBy('operator.id')
    .limit(PEOPLE_MAX)
    .execute()
  return rows.map(({ id }) => id)
}

export async function readGrants(db: Db, channels?: readonly ChannelId[]): Promise<Grant[]> {
  const rows = await db
    .selectFrom('channel_grant')
    .select(['channel_id', 'holder_kind', 'holder_id', 'level'])
    .$if(channels !== undefined, (query) => query.where('channel_id', 'in', channels ?? []))
    .orderBy('channel_id')
    .orderBy('holder_kind')
    .orderBy('holder_id')
    .limit(GRANTS_MAX)
    .execute()
  return rows.map(({ channel_id, level, ...row }) => ({ channel: channel_id, to: holderFrom(row), level }))
}

export async function readTeams(db: Db): Promise<Team[]> {
  const teams = await db.selectFrom('team').select(['id', 'name']).orderBy('name').orderBy('id').limit(TEAMS_MAX).execute()
  const rows = await db.selectFrom('team_member').select(['team_id', 'operator_id']).orderBy('operator_id').execute()
  const members = Map.groupBy(rows, ({ team_id }) => team_id)
  return teams.map((team) => ({ ...team, members: (members.get(team.id) ?? []).map(({ operator_id }) => operator_id) }))
}

export async function findTeam(db: Db, id: TeamId): Promise<Team | undefined> {
  return (await readTeams(db)).find((team) => team.id === id)
}

/** Everybody to whom a grant to this holder applies. */
export async function readPeople(db: Db, { kind, id }: Holder): Promise<Standing[]> {
  const rows = await db
    .selectFrom('operator')
    .select(['operator.id', 'operator.role'])
    .where('operator.revoked_at', 'is', null)
    .$if(kind === 'operator', (query) => query.where('operator.id', '=', id as OperatorId)) // as the kind says
    .$if(kind === 'role', (query) => query.where('operator.role', '=', id as Standing['role'])) // as the kind says
    .$if(
      kind === 'team',
      (query) =>
        query.where('operator.id', 'in', (eb) =>
          eb
            .selectFrom('team_member')
            .select('team_member.operator_id')
            .where('team_member.team_id', '=', id as TeamId),
        ), // as the kind says
    )
    .orderBy('operator.id')
    .limit(PEOPLE_MAX)
    .execute()
  if (rows.length === 0) return []
  const memberships = await db
    .selectFrom('team_member')
    .select(['team_id', 'operator_id'])
    .where(
      'operator_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const teams = Map.groupBy(memberships, ({ operator_id }) => operator_id)
  return rows.map((row) => ({
    operator: row.id,
    role: row.role,
    teams: (teams.get(row.id) ?? []).map(({ team_id }) => team_id),
  }))
}

export async function readMembershipsOf(
  db: Db,
  operators: readonly OperatorId[],
): Promise<ReadonlyMap<OperatorId, readonly ChannelId[]>> {
  if (operators.length === 0) return new Map()
  const rows = await db
    .selectFrom('channel_member')
    .select(['operator_id', 'channel_id'])
    .where('operator_id', 'in', operators)
    .orderBy('channel_id')
    .execute()
  const grouped = Map.groupBy(rows, ({ operator_id }) => operator_id)
  return new Map([...grouped].map(([operator, own]) => [operator, own.map(({ channel_id }) => channel_id)]))
}

const holderFrom = ({ holder_kind, holder_id }: Pick<GrantRow, 'holder_kind' | 'holder_id'>): Holder =>
  ({ kind: holder_kind, id: holder_id }) as Holder // they were written together
