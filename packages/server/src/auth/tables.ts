import type { Role } from '@portico/protocol/auth'
import type { OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

export type OperatorRow = {
  id: OperatorId
  name: string
  /** In lower case; unique. */
  email: string
  role: Role
  password_hash: string
  joined_at: number
  revoked_at: number | null
}

export type SessionRow = {
  id: SessionId
  operator_id: OperatorId
  token_hash: string
  device: string
  started_at: number
  expires_at: number
  ended_at: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    operator: OperatorRow
    operator_session: SessionRow
    invitation: {
      token_hash: string
      role: Role
      channels: string
      invited_by: OperatorId
      created_at: number
      expires_at: number
      accepted_at: number | null
    }
    setup_offer: { token_hash: string; created_at: number }
    visitor_token: { token_hash: string; visitor_id: VisitorId; created_at: number }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-20-auth',
    up: async (db) => {
      await db.schema
        .createTable('operator')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('email', 'text', (c) => c.notNull().unique())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('password_hash', 'text', (c) => c.notNull())
        .addColumn('joined_at', 'bigint', (c) => c.notNull())
        .addColumn('revoked_at', 'bigint')
        .execute()
      await db.schema
        .createTable('operator_session')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('token_hash', 'text', (c) => c.notNull().unique())
        .addColumn('device', 'text', (c) => c.notNull())
        .addColumn('started_at', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .addColumn('ended_at', 'bigint')
        .execute()
      await db.schema.createIndex('operator_session_of').on('operator_session').columns(['operator_id', 'started_at']).execute()
      await db.schema
        .createTable('invitation')
        .addColumn('token_hash', 'text', (c) => c.primaryKey())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('channels', 'text', (c) => c.notNull())
        .addColumn('invited_by', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .addColumn('accepted_at', 'bigint')
        .execute()
      await db.schema
        .createTable('setup_offer')
        .addColumn('token_hash', 'text', (c) => c.primaryKey())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema
        .createTable('visitor_token')
        .addColumn('token_hash', 'text', (c) => c.primaryKey())
        .addColumn('visitor_id', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
]
