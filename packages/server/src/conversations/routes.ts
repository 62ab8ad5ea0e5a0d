import { chatLinesQuery, conversationsQuery, linesQuery, searchBody, visitorQuery } from '@portico/protocol/conversations'
import { conversationId, lineId, visitorId } from '@portico/protocol/ids'
import { chatLinesPage, conversationPage, linesPage, searchAnswer } from '@portico/protocol/pages'
import * as s from '@portico/protocol/schema'
import { json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { chatLineOf } from './line-row.ts'
import { readChatLines, readLines } from './lines.ts'
import { parseCursor, readActive, readClosed } from './lists.ts'
import { mayKnow } from './policy.ts'
import { readOfVisitor } from './person-reads.ts'
import { findConversation, findLine } from './reads.ts'
import { searchVisitors } from './search.ts'

const PAGE_DEFAULT = 50

const ofConversation = s.object({ id: conversationId })
const ofVisitor = s.object({ id: visitorId })

export const routes = [
  route({
    method: 'GET',
    path: '/api/conversations',
    who: 'operator',
    about: 'One’s own active conversations, those of the team, or closed ones, the last moved first.',
    query: conversationsQuery,
    answer: json(conversationPage),
    run: async ({ reads, fill, authority, query: { list, before, limit = PAGE_DEFAULT } }) => {
      const { id: operator, channels } = authority
      const asked = { operator, channels, before: parseCursor(before), limit: Number(limit) }
      const page =
        list === 'closed' ? await readClosed(reads, asked) : await readActive(reads, { ...asked, mine: list === 'mine' })
      return ok({ ...page, rows: await fill(reads, 'row', page.rows) })
    },
  }),
  route({
    method: 'POST',
    path: '/api/search',
    who: 'operator',
    about: 'The newest conversations of visitors who are called so, or have such an address, in one’s own channels.',
    body: searchBody,
    answer: json(searchAnswer),
    run: async ({ reads, fill, authority: { channels }, body: { words } }) => {
      const found = await searchVisitors(reads, { channels, text: words })
      return ok({ ...found, rows: await fill(reads, 'row', found.rows) })
    },
  }),
  route({
    method: 'GET',
    path: '/api/visitors/:id/conversations',
    who: 'operator',
    about: 'All conversations of a visitor in one’s own channels, the last begun first.',
    params: ofVisitor,
    query: visitorQuery,
    answer: json(conversationPage),
    run: async ({ reads, fill, authority: { channels }, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      const asked = { visitor: id, channels, before: parseCursor(before), limit: Number(limit) }
      const page = await readOfVisitor(reads, asked)
      return ok({ ...page, rows: await fill(reads, 'row', page.rows) })
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
    run: async ({ reads, fill, authority, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      if (mayKnow(authority, await findConversation(reads, id))) return no(404, 'not-found')
      const page = { before: before === undefined ? undefined : Number(before), limit: Number(limit) }
      const { lines, older } = await readLines(reads, { conversation: id, ...page })
      return ok({ lines: await fill(reads, 'conversationLine', lines), older })
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
    run: async ({ reads, fill, authority, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      if (mayKnow(authority, await findConversation(reads, id))) return no(404, 'not-found')
      const named = s.safeParse(s.optional(lineId), before)
      if (!named.success) return no(404, 'not-found')
      const line = named.data === undefined ? undefined : await findLine(reads, named.data)
      const isThere = named.data === undefined || (line?.conversation === id && line.audience !== 'operators')
      if (!isThere) return no(404, 'not-found')
      const { lines, older } = await readChatLines(reads, { conversation: id, before: line?.ordinal, limit: Number(limit) })
      return ok({ lines: await fill(reads, 'chatLine', lines.map(chatLineOf)), older })
    },
  }),
]
