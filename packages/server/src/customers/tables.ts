import type { IdentityAlgorithm } from '@portico/protocol/customers'
import type { ChannelId, CustomerId, IdentityKeyId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Migration } from '../platform/capability.ts'

export type CustomerTable = {
  id: CustomerId
  /** The channel whose keys say who he is: `sub` is unique among them. */
  key_set: ChannelId
  sub: string
  name: string | null
  email: string | null
  phone: string | null
  /** JSON: by name a text, a number, or yes and no. */
  attributes: string
  /** When the token was signed that said so. */
  said_at: number
  made_at: number
  seen_at: number
  /** What was signed before is worth nothing any more. */
  signed_after: number
}

export type IdentityKeyTable = {
  id: IdentityKeyId
  channel_id: ChannelId
  algorithm: IdentityAlgorithm
  /** A secret in base64url, or a public key as PEM. */
  material: string
  made_at: number
  made_by: OperatorId
  ends_at: number | null
  used_at: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    customer: CustomerTable
    identity_key: IdentityKeyTable
    /** Written once: who was linked, and unlinked, is never another's. */
    visitor_link: { visitor_id: VisitorId; customer_id: CustomerId; at: number; unlinked_at: number | null }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-27-customers',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('identity_key')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('algorithm', 'text', (c) => c.notNull())
        .addColumn('material', 'text', (c) => c.notNull())
        .addColumn('made_at', 'bigint', (c) => c.notNull())
        .addColumn('made_by', 'text', (c) => c.notNull().references('operator.id'))
        .addColumn('ends_at', 'bigint')
        .addColumn('used_at', 'bigint')
        .execute()
      await db.schema.createIndex('identity_key_of').on('identity_key').columns(['channel_id', 'made_at']).execute()
      await db.schema
        .createTable('customer')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('key_set', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('sub', 'text', (c) => c.notNull())
        .addColumn('name', 'text')
        .addColumn('email', 'text')
        .addColumn('phone', 'text')
        .addColumn('attributes', 'text', (c) => c.notNull())
        .addColumn('said_at', 'bigint', (c) => c.notNull())
        .addColumn('made_at', 'bigint', (c) => c.notNull())
        .addColumn('seen_at', 'bigint', (c) => c.notNull())
        .addColumn('signed_after', 'bigint', (c) => c.notNull())
        .addUniqueConstraint('customer_sub', ['key_set', 'sub'])
        .execute()
      await db.schema
        .createTable('visitor_link')
        .addColumn('visitor_id', 'text', (c) => c.primaryKey())
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('unlinked_at', 'bigint')
        .execute()
      await db.schema.createIndex('visitor_link_of').on('visitor_link').columns(['customer_id', 'at']).execute()
    },
  },
]
