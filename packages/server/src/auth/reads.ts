import type { Colleague, Role, SessionRowView } from '@portico/protocol/auth'
import type { ChannelId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import type { OperatorRow, SessionRow } from './tables.ts'

const COLLEAGUES_MAX = 1000
const SESSIONS_SHOWN_MAX = 50

export type Operator = { id: OperatorId; name: string; email: string; role: Role; joinedAt: number; revokedAt: number | null }
export type Invitation = { role: Role; channels: readonly ChannelId[]; expiresAt: number; acceptedAt: number | null }

const operatorById = prepared((db, { id }: { id: OperatorId }) => db.selectFrom('operator').selectAll().where('id', '=', id))
const sessionById = prepared((db, { id }: { id: SessionId }) =>
  db.selectFrom('operator_session').selectAll().where('id', '=', id),
)

export async function findOperator(db: Db, id: OperatorId): Promise<Operator | undefined> {
  const [row] = await operatorById(db, { id })
  return row && fromRow(row)
}

export async function findAccount(db: Db, email: string): Promise<{ operator: Operator; passwordHash: string } | undefined> {
  const row = await db.selectFrom('operator').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()
  return row && { operator: fromRow(row), passwordHash: row.password_hash }
}

export async function hasOperators(db: Db): Promise<boolean> {
  return (await db.selectFrom('operator').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function countOwners(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('operator')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('role', '=', 'owner')
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function readColleagues(db: Db): Promise<Colleague[]> {
  const rows = await db
    .selectFrom('operator')
    .select(['id', 'name', 'role', 'joined_at'])
    .where('revoked_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('id')
    .limit(COLLEAGUES_MAX)
    .execute()
  return rows.map(({ joined_at, ...row }) => ({ ...row, joinedAt: joined_at }))
}

export type OperatorSession = { id: SessionId; operator: OperatorId; expiresAt: number; endedAt: number | null }

export async function findSession(db: Db, id: SessionId): Promise<OperatorSession | undefined> {
  const [row] = await sessionById(db, { id })
  return row && sessionFromRow(row)
}

export async function findSessionByToken(db: Db, tokenHash: string): Promise<OperatorSession | undefined> {
  const row = await db.selectFrom('operator_session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && sessionFromRow(row)
}

export async function readSessions(
  db: Db,
  { operator, current, at }: { operator: OperatorId; current: SessionId; at: number },
): Promise<SessionRowView[]> {
  const rows = await db
    .selectFrom('operator_session')
    .selectAll()
    .where('operator_id', '=', operator)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(SESSIONS_SHOWN_MAX)
    .execute()
  return rows.map(({ id, started_at, expires_at, device }) => ({
    id,
    startedAt: started_at,
    expiresAt: expires_at,
    device,
    current: id === current,
  }))
}

export async function findInvitation(db: Db, tokenHash: string): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  if (!row) return undefined
  const channels = JSON.parse(row.channels) as ChannelId[] // operator.invited wrote it
  return { role: row.role, channels, expiresAt: row.expires_at, acceptedAt: row.accepted_at }
}

export async function isOffered(db: Db, { tokenHash, since }: { tokenHash: string; since: number }): Promise<boolean> {
  const offer = await db
    .selectFrom('setup_offer')
    .select('created_at')
    .where('token_hash', '=', tokenHash)
    .where('created_at', '>', since)
    .executeTakeFirst()
  return offer !== undefined
}

export async function findVisitor(db: Db, tokenHash: string): Promise<VisitorId | undefined> {
  const row = await db.selectFrom('visitor_token').select('visitor_id').where('token_hash', '=', tokenHash).executeTakeFirst()
  return row?.visitor_id
}

const fromRow = ({ joined_at, revoked_at, password_hash: _, ...row }: OperatorRow): Operator => ({
  ...row,
  joinedAt: joined_at,
  revokedAt: revoked_at,
})

const sessionFromRow = ({ id, operator_id, expires_at, ended_at }: SessionRow): OperatorSession => ({
  id,
  operator: operator_id,
  expiresAt: expires_at,
  endedAt: ended_at,
})
