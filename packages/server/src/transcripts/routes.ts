import { conversationId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { transcriptQuery } from '@portico/protocol/transcripts'
import { chatLineOf } from '../conversations/guise.ts'
import { readChatLines, readLines } from '../conversations/lines.ts'
import { mayKnow } from '../conversations/policy.ts'
import { findConversation } from '../conversations/reads.ts'
import { file, no } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { print } from './print.ts'

/** The last of them; that there are more is said. */
export const LINES_MAX = 2000
const PRINT = {
  params: s.object({ id: conversationId }),
  query: transcriptQuery,
  answer: file('application/pdf'),
  rate: { limit: 'transcripts', burst: 10, perMs: 10 / 60_000 },
} as const

export const routes = [
  route({
    method: 'GET',
    path: '/api/conversations/:id/transcript',
    who: 'operator',
    about: 'A conversation as PDF, with its notes.',
    ...PRINT,
    run: async (ctx) => {
      const { reads, authority, params, query } = ctx
      const conversation = await findConversation(reads, params.id)
      if (!conversation || mayKnow(authority, conversation)) return no(404, 'not-found')
      const { lines, older } = await readLines(reads, { conversation: params.id, before: undefined, limit: LINES_MAX })
      return print(ctx, { query, conversation, lines, isCut: older, by: authority.name })
    },
  }),
  route({
    method: 'GET',
    path: '/api/chats/:id/transcript',
    who: 'visitor',
    about: 'One’s own chat as PDF: what one has seen of it, under the names that one knows.',
    ...PRINT,
    run: async (ctx) => {
      const { reads, authority, params, query } = ctx
      const conversation = await findConversation(reads, params.id)
      if (!conversation || mayKnow(authority, conversation)) return no(404, 'not-found')
      const { lines, older } = await readChatLines(reads, { conversation: params.id, before: undefined, limit: LINES_MAX })
      const seen = lines.map((line) => chatLineOf(conversation, line))
      return print(ctx, { query, conversation, lines: seen, isCut: older, by: null })
    },
  }),
]
