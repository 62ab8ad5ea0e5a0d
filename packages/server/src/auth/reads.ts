import type { Colleague, Demanded, Role, SessionRowView, WithdrawnAnswer } from '@portico/protocol/auth'
import type { OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import type { MailLocale } from './mail-locale.ts'
import type { OperatorRow, SessionRow } from './tables.ts'

const COLLEAGUES_MAX = 1000
const SESSIONS_PER_PAGE = 50

export type Operator = {
  id: OperatorId
  name: string
  email: string
  role: Role
  joinedAt: number
  revokedAt: number | null
  secondFactorAt: number | null
  /** That he has chosen. */
  language: MailLocale | null
  /** What visitors call him, where that is not his name. */
  alias: string | null
  /** In which he reads, as far as is known. */
  locale: MailLocale | null
  /** Of whom the site demands a second factor. */
  demanded: Demanded
}

const operators = (db: Db) =>
  db
    .selectFrom('operator')
    .innerJoin('sign_in_rule', (join) => join.on('sign_in_rule.id', '=', 'site'))
    .selectAll('operator')
    .select('second_factor_of')
const operatorById = prepared((db, { id }: { id: OperatorId }) => operators(db).where('operator.id', '=', id))
const sessionById = prepared((db, { id }: { id: SessionId }) =>
  db.selectFrom('operator_session').selectAll().where('id', '=', id),
)

export async function findOperator(db: Db, id: OperatorId): Promise<Operator | undefined> {
  const [row] = await operatorById(db, { id })
  return row && fromRow(row)
}

export async function findAccount(db: Db, email: string): Promise<{ operator: Operator; passwordHash: string } | undefined> {
  const row = await operators(db).where('email', '=', email.toLowerCase()).executeTakeFirst()
  return row && { operator: fromRow(row), passwordHash: row.password_hash }
}

/** What the account's password is checked against, while somebody is signed in to it. */
export async function findPasswordHash(db: Db, id: OperatorId): Promise<string | undefined> {
  return (await db.selectFrom('operator').select('password_hash').where('id', '=', id).executeTakeFirst())?.password_hash
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

/** Of a thousand who ever worked here the last to go. */
export async function readWithdrawn(db: Db): Promise<WithdrawnAnswer['operators']> {
  const rows = await db
    .selectFrom('operator')
    .select(['id', 'name', 'role', 'email', 'joined_at', 'revoked_at'])
    .where('revoked_at', 'is not', null)
    .orderBy('revoked_at', 'desc')
    .orderBy('id')
    .limit(COLLEAGUES_MAX)
    .execute()
  return rows.map(({ joined_at, revoked_at, ...row }) => ({ ...row, joinedAt: joined_at, withdrawnAt: revoked_at ?? 0 }))
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

/** When the last of his sessions ends that nobody has ended. */
export async function readLoggedInUntil(db: Db, operator: OperatorId): Promise<number | null> {
  const last = await db
    .selectFrom('operator_session')
    .select('expires_at')
    .where('operator_id', '=', operator)
    .where('ended_at', 'is', null)
    .orderBy('expires_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.expires_at ?? null
}

type Sessions = { operator: OperatorId; current: SessionId; before: SessionId | undefined; at: number }

/** All of them, a page at a time, the newest first; the one that asks stands on the first page before all others. */
export async function readSessions(
  db: Db,
  { operator, current, before, at }: Sessions,
): Promise<{ sessions: SessionRowView[]; more: boolean }> {
  const open = db
    .selectFrom('operator_session')
    .selectAll()
    .where('operator_id', '=', operator)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
  const others = open.where('id', '!=', current).orderBy('id', 'desc')
  const rows = await (before === undefined ? others : others.where('id', '<', before)).limit(SESSIONS_PER_PAGE + 1).execute()
  const own = before === undefined ? await open.where('id', '=', current).execute() : []
  const sessions = [...own, ...rows.slice(0, SESSIONS_PER_PAGE)].map(({ id, started_at, expires_at, device }) => ({
    id,
    startedAt: started_at,
    expiresAt: expires_at,
    device,
    current: id === current,
  }))
  return { sessions, more: rows.length > SESSIONS_PER_PAGE }
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

const fromRow = ({
  id,
  name,
  email,
  role,
  language,
  locale,
  alias,
  ...row
}: OperatorRow & { second_factor_of: Demanded }): Operator => ({
  id,
  name,
  email,
  role,
  joinedAt: row.joined_at,
  revokedAt: row.revoked_at,
  secondFactorAt: row.second_factor_at,
  language,
  locale: language ?? locale,
  alias,
  demanded: row.second_factor_of,
})

const sessionFromRow = ({ id, operator_id, expires_at, ended_at }: SessionRow): OperatorSession => ({
  id,
  operator: operator_id,
  expiresAt: expires_at,
  endedAt: ended_at,
})
