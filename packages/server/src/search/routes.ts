import { conversationSearch, foundConversations } from '@portico/protocol/search'
import { seenBy } from '../channels/policy.ts'
import { readLines } from '../conversations/lines.ts'
import { rowsFrom } from '../conversations/reads.ts'
import { json, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { wordsAsked } from './asked.ts'
import { excerptOf } from './excerpt.ts'
import { findConversations } from './find.ts'

/** Of each conversation so many of the last lines are looked at for what is shown of it. */
const LINES_LOOKED_AT = 200

export const routes = [
  route({
    method: 'POST',
    path: '/api/search/conversations',
    who: 'operator',
    about: 'Conversations of one’s own channels in which all of these words are, the newest first, with where they stand.',
    body: conversationSearch,
    answer: json(foundConversations),
    rate: { limit: 'searches', burst: 30, perMs: 5 / 1000 },
    run: async ({ reads, fill, authority, clock, body: { words: text, channel, tag, operator, from, to, before } }) => {
      const words = wordsAsked(text)
      const channels = seenBy(authority).filter((id) => channel === undefined || id === channel)
      const asked = { words, channels, tag, operator, from, to, before: before === undefined ? undefined : Number(before) }
      const { rows, next } = await findConversations(reads, asked, clock.now)
      const shown = await fill(reads, 'row', await rowsFrom(reads, rows))
      const found = await Promise.all(
        shown.map(async (row) => {
          const page = { conversation: row.id, before: undefined, limit: LINES_LOOKED_AT }
          return { row, said: words.length === 0 ? null : excerptOf((await readLines(reads, page)).lines, words) }
        }),
      )
      return ok({ found, next: next === null ? null : String(next) })
    },
  }),
]
