import type { InvitationRowView } from '@portico/protocol/auth'
import type { ChannelId, InvitationId, OperatorId } from '@portico/protocol/ids'
import type { Db } from '../../platform/db/database.ts'
import { stateOf, type Invitation } from '../invitation.ts'
import type { InvitationRow } from '../tables.ts'

const INVITATIONS_PER_PAGE = 50

export async function findInvitation(db: Db, tokenHash: string): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && fromRow(row)
}

export async function findInvitationById(db: Db, id: InvitationId): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Those of one maker that somebody could still accept. */
export async function readOpenInvitations(db: Db, { by, at }: { by: OperatorId; at: number }): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('invited_by', '=', by)
    .where('accepted_at', 'is', null)
    .where('ending', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

type Asked = { before: InvitationId | undefined; at: number }

/** All that were ever made, a page at a time, the newest first. */
export async function readInvitations(
  db: Db,
  { before, at }: Asked,
): Promise<{ invitations: InvitationRowView[]; more: boolean }> {
  const last = before === undefined ? undefined : await findInvitationById(db, before)
  const newest = db
    .selectFrom('invitation')
    .innerJoin('operator', 'operator.id', 'invitation.invited_by')
    .selectAll('invitation')
    .select('operator.name')
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(INVITATIONS_PER_PAGE + 1)
  const rows = await (
    last
      ? newest.where((eb) => eb(eb.refTuple('invitation.created_at', 'invitation.id'), '<', eb.tuple(last.madeAt, last.id)))
      : newest
  ).execute()
  return {
    invitations: rows.slice(0, INVITATIONS_PER_PAGE).map((row) => viewOf(row, at)),
    more: rows.length > INVITATIONS_PER_PAGE,
  }
}

function viewOf({ name, ...row }: InvitationRow & { name: string }, at: number): InvitationRowView {
  const { id, by, role, channels, email, madeAt, expiresAt, ...ends } = fromRow(row)
  return {
    id,
    by: { id: by, name },
    role,
    channels: [...channels],
    email,
    madeAt,
    expiresAt,
    state: stateOf({ ...ends, expiresAt }, at),
  }
}

const fromRow = (row: InvitationRow): Invitation => ({
  id: row.id,
  tokenHash: row.token_hash,
  by: row.invited_by,
  role: row.role,
  channels: JSON.parse(row.channels) as ChannelId[], // operator.invited wrote it
  madeAt: row.created_at,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
  ending: row.ending,
  email: row.email,
})
