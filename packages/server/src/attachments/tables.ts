import { randomBytes } from 'node:crypto'
import type { AttachmentId, BlobId, ConversationId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Migration } from '../platform/capability.ts'

export type AttachmentTable = {
  id: AttachmentId
  blob_id: BlobId
  conversation_id: ConversationId
  /** Of whoever sent it up: visitor:… or operator:… */
  owner: string
  name: string
  type: string
  bytes: number
  width: number | null
  height: number | null
  created_at: number
  /** Since when its blob is whole. */
  stored_at: number | null
  /** Since when a message carries it. */
  sent_at: number | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    attachment: AttachmentTable
    file_address_key: { key: string }
  }
}

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-26-attachments',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('attachment')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('blob_id', 'text', (c) => c.notNull().unique())
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
        .addColumn('owner', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('bytes', 'bigint', (c) => c.notNull())
        .addColumn('width', 'integer')
        .addColumn('height', 'integer')
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('stored_at', 'bigint')
        .addColumn('sent_at', 'bigint')
        .execute()
      // Those that are sent stand nowhere in it: what is swept and counted stays small.
      await sql`create index attachment_unsent on attachment (created_at) where sent_at is null`.execute(db)
      await db.schema.createIndex('attachment_of_conversation').on('attachment').column('conversation_id').execute()
      await db.schema
        .createTable('file_address_key')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .execute()
      await db
        .insertInto('file_address_key')
        .values({ key: randomBytes(32).toString('base64url') })
        .execute()
    },
  },
]
