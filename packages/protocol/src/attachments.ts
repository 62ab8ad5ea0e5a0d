// A file goes up by a request of its own, with the file as its body; what comes back names it. It belongs to one conversation and to
// whoever sent it up, is good for an hour, and is seen by nobody else until a message carries it. Pictures are drawn anew.
import { attachmentId } from './ids.ts'
import { FILE_NAME_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

/** POST /api/chats/:id/files and POST /api/conversations/:id/files */
export const uploadQuery = s.object({ name: s.said(FILE_NAME_CODE_POINTS_MAX) })

export const attachment = s.object({
  id: attachmentId,
  name: s.string(),
  type: s.string(),
  bytes: s.int().min(0),
  /** Of a picture. */
  size: s.nullable(s.object({ width: s.int().min(1), height: s.int().min(1) })),
  /** Where it is for a short while. */
  url: s.string(),
})

/** GET /files/:id: an address says itself for how long it is good, and nobody can make one. */
export const fileQuery = s.object({ until: s.shaped(/^\d{1,15}$/, 15), signature: s.shaped(/^[\w-]{43}$/, 43) })

export type AttachmentView = s.Infer<typeof attachment>
