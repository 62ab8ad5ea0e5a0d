import {
  chatLinesQuery,
  conversationsQuery,
  linesQuery,
  type ChatLinesPage,
  type LinesPage,
} from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { conversationId, lineId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { no, ok, type Answer, type Route, type RouteContext } from '../platform/wire/route.ts'
import { chatLineOf } from './line-row.ts'
import { readChatLines, readLines } from './lines.ts'
import { parseCursor, readActive, readClosed } from './lists.ts'
import { mayKnow } from './policy.ts'
import { findConversation, findLine } from './reads.ts'

const PAGE_DEFAULT = 50
const PAGE_MAX = 100

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/conversations',
    who: 'operator',
    query: conversationsQuery,
    run: async (ctx) => {
      const { reads, authority } = ctx
      const { list, before, limit: wanted } = ctx.query as s.Infer<typeof conversationsQuery> // parsed by the route's schema
      if (authority?.kind !== 'operator') return no(401, 'not-signed-in')
      const limit = limitOf(wanted)
      if (limit === undefined) return no(400, 'invalid', { detail: 'limit' })
      const asked = { operator: authority.id, channels: authority.channels, before: parseCursor(before), limit }
      switch (list) {
        case 'closed':
          return ok(await readClosed(reads, asked))
        case 'mine':
          return ok(await readActive(reads, { ...asked, mine: true }))
        case 'team':
          return ok(await readActive(reads, { ...asked, mine: false }))
      }
    },
  },
  {
    method: 'GET',
    path: '/api/conversations/:id/lines',
    who: 'operator',
    query: linesQuery,
    run: async (ctx) => {
      const { before, limit: wanted } = ctx.query as s.Infer<typeof linesQuery> // parsed by the route's schema
      return firstPage(ctx, wanted, async (conversation, limit): Promise<LinesPage> =>
        readLines(ctx.reads, { conversation, before: before === undefined ? undefined : Number(before), limit }),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/chats/:id/lines',
    who: 'visitor',
    query: chatLinesQuery,
    run: async (ctx) => {
      const asked = ctx.query as s.Infer<typeof chatLinesQuery> // parsed by the route's schema
      return firstPage(ctx, asked.limit, async (conversation, limit): Promise<ChatLinesPage | undefined> => {
        const line = s.safeParse(s.optional(lineId), asked.before)
        if (!line.success) return undefined
        const before = line.data === undefined ? undefined : await findLine(ctx.reads, line.data)
        if (line.data !== undefined && (before?.conversation !== conversation || before.audience === 'operators'))
          return undefined
        const { lines, older } = await readChatLines(ctx.reads, { conversation, before: before?.ordinal, limit })
        return { lines: lines.map(chatLineOf), older }
      })
    },
  },
]

type Read = (conversation: ConversationId, limit: number) => Promise<object | undefined>

async function firstPage({ reads, authority, params }: RouteContext, wanted: string | undefined, read: Read): Promise<Answer> {
  const id = s.safeParse(conversationId, params.id)
  const limit = limitOf(wanted)
  if (!id.success || limit === undefined) return no(400, 'invalid', { detail: 'id, limit' })
  const conversation = await findConversation(reads, id.data)
  if (!authority || mayKnow(authority, conversation)) return no(404, 'not-found')
  const page = await read(id.data, limit)
  return page ? ok(page) : no(404, 'not-found')
}

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return PAGE_DEFAULT
  const limit = Number(text)
  return Number.isInteger(limit) && limit >= 1 && limit <= PAGE_MAX ? limit : undefined
}
