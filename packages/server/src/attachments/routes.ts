import { attachment, fileQuery, uploadQuery } from '@portico/protocol/attachments'
import { attachmentId, conversationId } from '@portico/protocol/ids'
import { FILE_BYTES_MAX } from '@portico/protocol/limits'
import * as s from '@portico/protocol/schema'
import { file, json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { ADDRESS_MS, isSigned } from './file-address.ts'
import { FILE_TYPES } from './file-kind.ts'
import { findAttachment, readAddressKey } from './reads.ts'
import { upload } from './upload.ts'

const ofConversation = s.object({ id: conversationId })
const UPLOAD = { upload: { bytesMax: FILE_BYTES_MAX }, rate: { limit: 'uploads', burst: 20, perMs: 20 / 60_000 } } as const
/** Whatever it is: a browser that opens it as a page opens an empty one. */
const ALONE = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }

export const routes = [
  route({
    method: 'POST',
    path: '/api/chats/:id/files',
    who: 'visitor',
    about: 'Sends a file up to one’s own chat. A message has to carry it within an hour.',
    params: ofConversation,
    query: uploadQuery,
    ...UPLOAD,
    answer: json(attachment),
    run: (ctx) => upload(ctx, { conversation: ctx.params.id, name: ctx.query.name }),
  }),
  route({
    method: 'POST',
    path: '/api/conversations/:id/files',
    who: 'operator',
    about: 'Sends a file up to a conversation. A message has to carry it within an hour.',
    params: ofConversation,
    query: uploadQuery,
    ...UPLOAD,
    answer: json(attachment),
    run: (ctx) => upload(ctx, { conversation: ctx.params.id, name: ctx.query.name }),
  }),
  route({
    method: 'GET',
    path: '/files/:id',
    who: 'anyone',
    about: 'A file, for whoever has been told its address of the last ten minutes.',
    params: s.object({ id: attachmentId }),
    query: fileQuery,
    answer: file(...FILE_TYPES),
    headers: ALONE,
    run: async ({ reads, files, clock, params: { id }, query: { until, signature } }) => {
      const address = { id, until: Number(until) }
      const isGood = address.until > clock.now() && isSigned(address, await readAddressKey(reads), signature)
      const found = isGood ? await findAttachment(reads, id) : undefined
      const content = found?.storedAt == null ? undefined : await files?.blobs.read(found.blob)
      if (!found || !content) return no(404, 'not-found')
      const as = found.type.startsWith('image/') ? 'inline' : 'attachment'
      const headers = { 'cache-control': `private, max-age=${ADDRESS_MS / 1000}, immutable` }
      return ok({ name: found.name, type: found.type, as, bytes: found.bytes, content } as const, { headers })
    },
  }),
]
