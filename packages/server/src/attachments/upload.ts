import { createReadStream } from 'node:fs'
import type { AttachmentView } from '@portico/protocol/attachments'
import type { AttachmentId, BlobId, ConversationId } from '@portico/protocol/ids'
import { FILE_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import { mayKnow } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { actorName, type Actor, type Authority } from '../platform/actor.ts'
import { refuse } from '../platform/capability.ts'
import type { Files, IncomingFile } from '../platform/blobs/incoming.ts'
import { remakePicture } from '../platform/pictures/pictures.ts'
import { no, ok, refusedBy, type Answer, type Refused } from '../platform/wire/answer.ts'
import type { RouteContext } from '../platform/wire/route.ts'
import { tokenBucket } from '../platform/wire/token-bucket.ts'
import type { Attachment } from './attachment.ts'
import { ADDRESS_MS, fileAddress } from './file-address.ts'
import { fileKindOf } from './file-kind.ts'
import { fileNameOf } from './file-name.ts'
import { readAddressKey } from './reads.ts'

const AT_ONCE_PER_PERSON = 3
const AT_ONCE = 50
/** A place that nobody gives back is free again after so long, when no file can be on its way any more. */
const PLACE_MS = 10 * 60_000
const BUSY_RETRY_MS = 5000

type Uploader = RouteContext & { actor: Actor; authority: Authority }
type Wanted = { conversation: ConversationId; name: string }
/** As it will lie there. */
type Looked =
  | { state: 'looked'; file: Pick<Attachment, 'type' | 'bytes' | 'size'>; path: string }
  | { state: 'refused'; answer: Refused }

/** Whether he may, whether there is a place; then the file, what it is, its row, its blob. */
export async function upload(ctx: Uploader, wanted: Wanted): Promise<Answer<AttachmentView>> {
  const conversation = await findConversation(ctx.reads, wanted.conversation)
  if (mayKnow(ctx.authority, conversation) || !ctx.files) return no(404, 'not-found')
  if (conversation?.phase.state === 'closed') return refusedBy(refuse('closed'))
  const place = takePlace(ctx)
  if (place.state === 'refused') return place.answer
  try {
    const received = await ctx.files.incoming.receive(ctx.request, FILE_BYTES_MAX)
    switch (received.state) {
      case 'broken-off':
        return no(400, 'invalid', { detail: 'the file broke off' })
      case 'too-large':
        ctx.hit('file-bytes')
        return no(413, 'file-size')
      case 'received':
        return await keep({ ...ctx, files: ctx.files }, wanted, received.file).finally(received.file.drop)
    }
  } finally {
    place.giveBack()
  }
}

async function keep(
  ctx: Uploader & { files: Files },
  { conversation, name }: Wanted,
  received: IncomingFile,
): Promise<Answer<AttachmentView>> {
  const looked = await look(received)
  if (looked.state === 'refused') return looked.answer
  const { type, bytes, size } = looked.file
  const now = ctx.clock.now()
  const [id, blob] = [newId<AttachmentId>(now), newId<BlobId>(now)]
  const file = { name: fileNameOf(name, type), type, bytes, size }
  const begun = await ctx.send({ type: 'attachment.begin', attachment: id, blob, conversation, file }, ctx.actor)
  if (!begun.ok) {
    if (begun.refused === 'retry') ctx.hit('unsent-files')
    return refusedBy(begun)
  }
  await ctx.files.blobs.put(blob, { bytes, content: createReadStream(looked.path) })
  const stored = await ctx.send({ type: 'attachment.store', attachment: id }, ctx.actor)
  if (!stored.ok) return refusedBy(stored)
  const url = fileAddress({ id, until: now + ADDRESS_MS }, await readAddressKey(ctx.reads))
  return ok({ id, ...file, url })
}

/** What it is by its content; a picture is drawn anew before anybody sees it. */
async function look({ path, bytes, head }: IncomingFile): Promise<Looked> {
  const kind = fileKindOf(head, bytes === head.length)
  if (kind === undefined) return { state: 'refused', answer: no(415, 'file-type') }
  if (kind !== 'picture') return { state: 'looked', path, file: { type: kind, bytes, size: null } }
  const to = `${path}.made`
  const remade = await remakePicture({ from: path, to })
  switch (remade.state) {
    case 'busy':
      return { state: 'refused', answer: no(429, 'retry', { afterMs: BUSY_RETRY_MS }) }
    case 'broken':
      return { state: 'refused', answer: no(415, 'file-type') }
    case 'made': {
      const { type, width, height } = remade.picture
      return { state: 'looked', path: to, file: { type, bytes: remade.picture.bytes, size: { width, height } } }
    }
  }
}

type Place = { state: 'taken'; giveBack: () => void } | { state: 'refused'; answer: Refused }

function takePlace(ctx: Uploader): Place {
  const places = ctx.limiter('uploads-at-once', () => placesOf())
  const now = ctx.clock.now()
  const taken: string[] = []
  const giveBack = () => taken.forEach((key) => places.giveBack(key))
  for (const key of [actorName(ctx.actor), ALL]) {
    if (places(key, now) > 0) {
      giveBack()
      return { state: 'refused', answer: no(429, 'retry', { afterMs: BUSY_RETRY_MS, limit: 'uploads-at-once' }) }
    }
    taken.push(key)
  }
  return { state: 'taken', giveBack }
}

const ALL = 'all'

function placesOf() {
  const each = tokenBucket({ burst: AT_ONCE_PER_PERSON, perMs: AT_ONCE_PER_PERSON / PLACE_MS })
  const all = tokenBucket({ burst: AT_ONCE, perMs: AT_ONCE / PLACE_MS })
  const of = (key: string) => (key === ALL ? all : each)
  return Object.assign((key: string, now: number) => of(key)(key, now), { giveBack: (key: string) => of(key).giveBack(key) })
}
