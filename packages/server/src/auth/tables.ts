import { sql } from 'kysely'
import type { Demanded, Role } from '@portico/protocol/auth'
import type { Right, RoleWithRights } from '@portico/protocol/rights'
import type { InvitationId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import type { Ending } from './invitation.ts'
import type { MailLocale } from './mail-locale.ts'
import type { Reset } from './reset.ts'

export type OperatorRow = {
  id: OperatorId
  name: string
  /** In lower case; unique. */
  email: string
  role: Role
  password_hash: string
  joined_at: number
  revoked_at: number | null
  second_factor_at: number | null
  /** That he has chosen. */
  language: MailLocale | null
  /** In which he has signed in last; null for nobody who has since this is kept. */
  locale: MailLocale | null
  /** What visitors call him, where that is not his name. */
  alias: string | null
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

export type InvitationRow = {
  token_hash: string
  id: InvitationId
  role: Role
  channels: string
  invited_by: OperatorId
  created_at: number
  expires_at: number
  accepted_at: number | null
  ending: Ending | null
  /** Where it was sent to; null where its link was copied. */
  email: string | null
}

/** What has been said of a role: that it holds this right, since when, or that it does not. */
export type RoleRightRow = { role: RoleWithRights; right: Right; held_since: number | null; at: number }

export type ResetRow = {
  token_hash: string
  operator_id: OperatorId
  made_by: OperatorId
  clears: Reset['clears']
  created_at: number
  expires_at: number
  used_at: number | null
  ended_at: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    role_right: RoleRightRow
    operator: OperatorRow
    operator_session: SessionRow
    invitation: InvitationRow
    password_reset: ResetRow
    /** For the limits of mails, an hour long. */
    account_mail: { recipient: string; at: number }
    sign_in_rule: { id: 'site'; second_factor_of: Demanded }
    /** Until it is confirmed it is only being set up. The secret is never told again. */
    second_factor: { operator_id: OperatorId; secret: string; begun_at: number; confirmed_at: number | null; last_step: number }
    recovery_code: { operator_id: OperatorId; code_hash: string; used_at: number | null }
    known_device: { operator_id: OperatorId; token_hash: string; seen_at: number }
    /** How often something was tried that may be tried so often; the key is a hash. */
    tries: { key: string; count: number; at: number }
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
  {
    name: '2026-11-26-accounts',
    up: async (db) => {
      await db.schema.alterTable('operator').addColumn('second_factor_at', 'bigint').execute()
      await db.schema.alterTable('invitation').addColumn('ending', 'text').execute()
      await db.schema
        .alterTable('invitation')
        .addColumn('id', 'text', (c) => c.notNull().defaultTo(''))
        .execute()
      await sql`update invitation set id = substr(token_hash, 1, 22)`.execute(db)
      await db.schema.createIndex('invitation_id').on('invitation').column('id').unique().execute()
      await db.schema.createIndex('invitation_of').on('invitation').columns(['invited_by', 'created_at']).execute()
      await db.schema
        .createTable('password_reset')
        .addColumn('token_hash', 'text', (c) => c.primaryKey())
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('made_by', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('clears', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .addColumn('used_at', 'bigint')
        .addColumn('ended_at', 'bigint')
        .execute()
      await db.schema.createIndex('password_reset_of').on('password_reset').column('operator_id').execute()
      await createSecondFactors(db)
      await db.schema
        .createTable('known_device')
        .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('seen_at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('known_device_pk', ['token_hash', 'operator_id'])
        .execute()
      await db.schema.createIndex('known_device_of').on('known_device').columns(['operator_id', 'seen_at']).execute()
      await db.schema
        .createTable('tries')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('count', 'integer', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('tries_at').on('tries').column('at').execute()
    },
  },
  {
    name: '2026-11-26-mails',
    up: async (db) => {
      await db.schema.alterTable('invitation').addColumn('email', 'text').execute()
      await db.schema
        .createTable('account_mail')
        .addColumn('recipient', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('account_mail_at').on('account_mail').columns(['at', 'recipient']).execute()
    },
  },
  {
    name: '2026-11-26-languages',
    additive: true,
    up: async (db) => {
      await db.schema.alterTable('operator').addColumn('locale', 'text').execute()
    },
  },
  {
    name: '2026-11-26-chosen-languages',
    additive: true,
    up: async (db) => {
      await db.schema.alterTable('operator').addColumn('language', 'text').execute()
    },
  },
  {
    name: '2026-11-26-aliases',
    additive: true,
    up: async (db) => {
      await db.schema.alterTable('operator').addColumn('alias', 'text').execute()
    },
  },
  {
    name: '2026-11-26-open-sessions',
    additive: true,
    up: async (db) => {
      await db.schema
        .createIndex('operator_session_open')
        .on('operator_session')
        .columns(['operator_id', 'expires_at'])
        .where(sql.ref('ended_at'), 'is', null)
        .execute()
    },
  },
  {
    name: '2026-11-26-role-rights',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('role_right')
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('right', 'text', (c) => c.notNull())
        .addColumn('held_since', 'bigint')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('role_right_pk', ['role', 'right'])
        .execute()
    },
  },
]

async function createSecondFactors(db: Db): Promise<void> {
  await db.schema
    .createTable('sign_in_rule')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('second_factor_of', 'text', (c) => c.notNull())
    .execute()
  await db.insertInto('sign_in_rule').values({ id: 'site', second_factor_of: 'nobody' }).execute()
  await db.schema
    .createTable('second_factor')
    .addColumn('operator_id', 'text', (c) => c.primaryKey().references('operator.id'))
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('begun_at', 'bigint', (c) => c.notNull())
    .addColumn('confirmed_at', 'bigint')
    .addColumn('last_step', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('recovery_code')
    .addColumn('operator_id', 'text', (c) => c.notNull().references('operator.id'))
    .addColumn('code_hash', 'text', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .addPrimaryKeyConstraint('recovery_code_pk', ['operator_id', 'code_hash'])
    .execute()
}
