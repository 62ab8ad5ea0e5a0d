import {
  chatLinesPage,
  chatLinesQuery,
  conversationPage,
  conversationsQuery,
  linesPage,
  linesQuery,
} from '@portico/protocol/conversations'
import { conversationId, lineId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { chatLineOf } from './line-row.ts'
import { readChatLines, readLines } from './lines.ts'
import { parseCursor, readActive, readClosed } from './lists.ts'
import { mayKnow } from './policy.ts'
import { findConversation, findLine } from './reads.ts'

const PAGE_DEFAULT = 50

const ofConversation = s.object({ id: conversationId })

export const routes = [
  route({
    method: 'GET',
    path: '/api/conversations',
    who: 'operator',
    about: 'One’s own active conversations, those of the team, or closed ones, the last moved first.',
    query: conversationsQuery,
    answer: json(conversationPage),
    run: async ({ reads, authority, query: { list, before, limit = PAGE_DEFAULT } }) => {
      const { id: operator, channels } = authority
      const asked = { operator, channels, before: parseCursor(before), limit: Number(limit) }
      switch (list) {
        case 'closed':
          return ok(await readClosed(reads, asked))
        case 'mine':
          return ok(await readActive(reads, { ...asked, mine: true }))
        case 'team':
          return ok(await readActive(reads, { ...asked, mine: false }))
      }
    },
  }),
  route({
    method: 'GET',
    path: '/api/conversations/:id/lines',
    who: 'operator',
    about: 'Lines of a conversation right before an ordinal, oldest first, with notes.',
    params: ofConversation,
    query: linesQuery,
    answer: json(linesPage),
    run: async ({ reads, authority, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      if (mayKnow(authority, await findConversation(reads, id))) return no(404, 'not-found')
      const page = { before: before === undefined ? undefined : Number(before), limit: Number(limit) }
      return ok(await readLines(reads, { conversation: id, ...page }))
    },
  }),
  route({
    method: 'GET',
    path: '/api/chats/:id/lines',
    who: 'visitor',
    about: 'Lines of one’s own chat right before another, oldest first.',
    params: ofConversation,
    query: chatLinesQuery,
    answer: json(chatLinesPage),
    run: async ({ reads, authority, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      if (mayKnow(authority, await findConversation(reads, id))) return no(404, 'not-found')
      const named = s.safeParse(s.optional(lineId), before)
      if (!named.success) return no(404, 'not-found')
      const line = named.data === undefined ? undefined : await findLine(reads, named.data)
      const isThere = named.data === undefined || (line?.conversation === id && line.audience !== 'operators')
      if (!isThere) return no(404, 'not-found')
      const { lines, older } = await readChatLines(reads, { conversation: id, before: line?.ordinal, limit: Number(limit) })
      return ok({ lines: lines.map(chatLineOf), older })
    },
  }),
]
