import type { Attachments } from './index.ts'

export const writes: Attachments['writes'] = {
  'attachment.begun': async (tx, { attachment: { id, blob, conversation, owner, name, type, bytes, size, ...attachment } }) => {
    await tx
      .insertInto('attachment')
      .values({
        id,
        blob_id: blob,
        conversation_id: conversation,
        owner,
        name,
        type,
        bytes,
        width: size?.width ?? null,
        height: size?.height ?? null,
        created_at: attachment.createdAt,
        stored_at: attachment.storedAt,
        sent_at: null,
      })
      .execute()
  },
  'attachment.stored': async (tx, { id, at }) => {
    await tx.updateTable('attachment').set({ stored_at: at }).where('id', '=', id).execute()
  },
  'attachment.forgotten': async (tx, { id }) => {
    await tx.deleteFrom('attachment').where('id', '=', id).execute()
  },
}
