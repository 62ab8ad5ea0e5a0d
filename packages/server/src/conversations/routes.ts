import type { ChatLinesPage, LinesPage } from '@portico/protocol/conversations'
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
const ORDINAL = /^\d{1,10}$/

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/conversations',
    who: 'operator',
    run: async ({ reads, authority, query }) => {
      if (authority?.kind !== 'operator') return no(401, 'not-signed-in')
      const before = query.before === undefined ? undefined : parseCursor(query.before)
      const limit = limitOf(query.limit)
      if (limit === undefined || (query.before !== undefined && !before)) return no(400, 'invalid', { detail: 'before, limit' })
      const asked = { operator: authority.id, channels: authority.channels, before, limit }
      switch (query.list) {
        case 'closed':
          return ok(await readClosed(reads, asked))
        case 'mine':
          return ok(await readActive(reads, { ...asked, mine: true }))
        case 'team':
          return ok(await readActive(reads, { ...asked, mine: false }))
        case undefined:
        default:
          return no(400, 'invalid', { detail: 'list: expected mine, team or closed' })
      }
    },
  },
  {
    method: 'GET',
    path: '/api/conversations/:id/lines',
    who: 'operator',
    run: async (ctx) => {
      const { before } = ctx.query
      if (before !== undefined && !ORDINAL.test(before)) return no(400, 'invalid', { detail: 'before: expected an ordinal' })
      return pageOf(ctx, async (conversation, limit): Promise<LinesPage> =>
        readLines(ctx.reads, { conversation, before: before === undefined ? undefined : Number(before), limit }),
      )
    },
  },
  {
    method: 'GET',
    path: '/api/chats/:id/lines',
    who: 'visitor',
    run: async (ctx) =>
      pageOf(ctx, async (conversation, limit): Promise<ChatLinesPage | undefined> => {
        const asked = s.safeParse(s.optional(lineId), ctx.query.before)
        if (!asked.success) return undefined
        const before = asked.data === undefined ? undefined : await findLine(ctx.reads, asked.data)
        if (asked.data !== undefined && (before?.conversation !== conversation || before.audience === 'operators'))
          return undefined
        const { lines, older } = await readChatLines(ctx.reads, { conversation, before: before?.ordinal, limit })
        return { lines: lines.map(chatLineOf), older }
      }),
  },
]

type Read = (conversation: ConversationId, limit: number) => Promise<object | undefined>

async function pageOf({ reads, authority, params, query }: RouteContext, read: Read): Promise<Answer> {
  const id = s.safeParse(conversationId, params.id)
  const limit = limitOf(query.limit)
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
