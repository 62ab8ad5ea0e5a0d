import type { AttachmentId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import type { Attachment, Unsent } from './attachment.ts'
import type { AttachmentTable } from './tables.ts'

export async function findAttachment(db: Db, id: AttachmentId): Promise<Attachment | undefined> {
  const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && attachmentFrom(row)
}

/** What no message carries yet: few rows, whatever else there is. */
export async function readUnsent(db: Db, owner: string): Promise<Unsent> {
  const rows = await db
    .selectFrom('attachment')
    .select((eb) => ['owner', eb.fn.countAll<number | string>().as('files'), eb.fn.sum<number | string>('bytes').as('bytes')])
    .where('sent_at', 'is', null)
    .groupBy('owner')
    .execute()
  const own = rows.find((row) => row.owner === owner)
  return {
    files: Number(own?.files ?? 0),
    bytes: Number(own?.bytes ?? 0),
    bytesOfSite: rows.reduce((sum, { bytes }) => sum + Number(bytes), 0),
  }
}

/** Those that have been unsent since before then, the oldest first. */
export async function readForsaken(db: Db, { before, limit }: { before: number; limit: number }): Promise<readonly Attachment[]> {
  const rows = await db
    .selectFrom('attachment')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(attachmentFrom)
}

/** With which addresses of files are signed, on every node. */
export async function readAddressKey(db: Db): Promise<string> {
  const { key } = await db.selectFrom('file_address_key').select('key').executeTakeFirstOrThrow()
  return key
}

const attachmentFrom = ({ id, owner, name, type, bytes, ...row }: AttachmentTable): Attachment => ({
  id,
  blob: row.blob_id,
  conversation: row.conversation_id,
  owner,
  name,
  type,
  bytes,
  size: row.width === null || row.height === null ? null : { width: row.width, height: row.height },
  createdAt: row.created_at,
  storedAt: row.stored_at,
})
