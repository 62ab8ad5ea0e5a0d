import type { ConversationLine } from '@portico/protocol/conversations'
import { mailLocaleOf } from '../auth/mail-locale.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { no, ok, type Answer, type FileBody } from '../platform/wire/answer.ts'
import type { RouteContext } from '../platform/wire/route.ts'
import { readSiteName, readSiteZone } from '../workspace/reads.ts'
import { isZone } from '../workspace/zone.ts'
import { printPdf } from './printing.ts'
import { fileNameOf, transcriptOf } from './transcript.ts'

const BUSY_RETRY_MS = 5000

type Asked = {
  conversation: Conversation
  lines: readonly Pick<ConversationLine, 'at' | 'author' | 'body'>[]
  isCut: boolean
  /** Null: its visitor. */
  by: string | null
  query: { locale?: string | undefined; zone?: string | undefined }
}

export async function print(ctx: RouteContext, { conversation, lines, isCut, by, query }: Asked): Promise<Answer<FileBody>> {
  const { reads, clock } = ctx
  const { id, openedAt, visitor } = conversation
  const zone = query.zone !== undefined && isZone(query.zone) ? query.zone : await readSiteZone(reads)
  const at = clock.now()
  const locale = mailLocaleOf(query.locale) ?? 'en'
  const siteName = await readSiteName(reads)
  const printing = printPdf(transcriptOf({ visitor: visitor.name, siteName, openedAt, lines, isCut, by, at, zone, locale }))
  if (!printing) return no(429, 'retry', { afterMs: BUSY_RETRY_MS })
  const content = await printing
  if (content.destroyed) return no(500, 'error')
  // What was printed is of this moment, and of whoever asked for it.
  const headers = { 'cache-control': 'no-store' }
  return ok({ name: fileNameOf({ id, at, zone }), type: 'application/pdf', as: 'attachment', content }, { headers })
}
