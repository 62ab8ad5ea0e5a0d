import type { Invitation, Invited } from '@portico/protocol/colleagues'
import type { Staff } from '@portico/protocol/conversations'
import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import type { InvitedTable } from './tables.ts'

/** The oldest that somebody has not answered: what is beyond is shown as he answers. */
const INVITATIONS_MAX = 100

export type Asked = { invitation: Invitation; operator: Staff }

/** All who are asked to come to this one, in that order. */
export async function readAsked(db: Db, conversation: ConversationId): Promise<Asked[]> {
  const rows = await db
    .selectFrom('invited_colleague')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .orderBy('at')
    .orderBy('operator_id')
    .execute()
  return rows.map((row) => ({ invitation: invitationFrom(row), operator: { id: row.operator_id, name: row.operator_name } }))
}

export async function readInvitations(db: Db, operator: OperatorId): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invited_colleague')
    .selectAll()
    .where('operator_id', '=', operator)
    .orderBy('at')
    .orderBy('conversation_id')
    .limit(INVITATIONS_MAX)
    .execute()
  return rows.map(invitationFrom)
}

export async function isInvited(db: Db, asked: { conversation: ConversationId; operator: OperatorId }): Promise<boolean> {
  const row = await db
    .selectFrom('invited_colleague')
    .select('at')
    .where('conversation_id', '=', asked.conversation)
    .where('operator_id', '=', asked.operator)
    .executeTakeFirst()
  return row !== undefined
}

export const shownOf = (asked: readonly Asked[]): Invited[] =>
  asked.map(({ invitation: { by, level, at }, operator }) => ({ operator, by, level, at }))

const invitationFrom = (row: InvitedTable): Invitation => ({
  conversation: row.conversation_id,
  channel: row.channel_id,
  visitor: { id: row.visitor_id, name: row.visitor_name },
  by: { id: row.by_id, name: row.by_name },
  level: row.level,
  text: row.text,
  at: row.at,
})
