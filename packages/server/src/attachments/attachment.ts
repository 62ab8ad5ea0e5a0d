import type { AttachmentId, BlobId, ConversationId } from '@portico/protocol/ids'
import { refuse, type Decision } from '../platform/capability.ts'
import type { AttachmentEvent } from './events.ts'

/** Of one person, in a conversation or not: what no message carries yet. */
export const UNSENT_PER_PERSON = 20
const UNSENT_BYTES_PER_PERSON = 100 * 1024 * 1024
const UNSENT_BYTES_OF_SITE = 2 * 1024 * 1024 * 1024
/** A file that no message has carried by then is given up. */
export const UNSENT_MS = 60 * 60_000

/** One row, one blob. `owner` is who sent it up, as the road names him. */
export type Attachment = {
  id: AttachmentId
  blob: BlobId
  conversation: ConversationId
  owner: string
  name: string
  type: string
  bytes: number
  size: { width: number; height: number } | null
  createdAt: number
  /** Its blob is whole since then; undefined: on its way. */
  storedAt: number | null
}

export type Unsent = { files: number; bytes: number; bytesOfSite: number }

/** The row comes before the blob: nothing lies anywhere that no row tells of. */
export function begin(attachment: Attachment, unsent: Unsent): Decision<AttachmentEvent> {
  const isFull =
    unsent.files >= UNSENT_PER_PERSON ||
    unsent.bytes + attachment.bytes > UNSENT_BYTES_PER_PERSON ||
    unsent.bytesOfSite + attachment.bytes > UNSENT_BYTES_OF_SITE
  return isFull ? refuse('retry', { afterMs: UNSENT_MS }) : [{ type: 'attachment.begun', attachment }]
}

/** To whoever does not own it, it does not exist. */
export function store(
  attachment: Attachment | undefined,
  { owner, at }: { owner: string; at: number },
): Decision<AttachmentEvent> {
  if (attachment?.owner !== owner) return refuse('not-found')
  return attachment.storedAt === null ? [{ type: 'attachment.stored', id: attachment.id, at }] : []
}

/** Its blob has gone before. */
export const forget = (attachment: Attachment | undefined): Decision<AttachmentEvent> =>
  attachment ? [{ type: 'attachment.forgotten', id: attachment.id }] : []
