import type { AttachmentId, BlobId, ConversationId } from '@portico/protocol/ids'
import type { Attachment } from './attachment.ts'

export type AttachmentCommand =
  | {
      type: 'attachment.begin'
      attachment: AttachmentId
      blob: BlobId
      conversation: ConversationId
      file: Pick<Attachment, 'name' | 'type' | 'bytes' | 'size'>
    }
  | { type: 'attachment.store'; attachment: AttachmentId }
  | { type: 'attachment.forget'; attachment: AttachmentId }

export type AttachmentEvent =
  | { type: 'attachment.begun'; attachment: Attachment }
  | { type: 'attachment.stored'; id: AttachmentId; at: number }
  | { type: 'attachment.forgotten'; id: AttachmentId }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    attachments: AttachmentCommand
  }
  interface Events {
    attachments: AttachmentEvent
  }
}
