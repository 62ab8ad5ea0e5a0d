// What has been said is found by its words, in any script, with or without what else is known of a conversation: the newest first.
// It is asked by POST, as people are: what somebody looks for would stand in logs.
import { channelId, labelId, lineId, operatorId } from './ids.ts'
import { SEARCH_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'
import { author } from './conversations.ts'
import { row, type ElementOf } from './views.ts'

/** POST /api/search/conversations. All that is given must fit; `from` and `to` say when it began, `before` goes on after a page. */
export const conversationSearch = s.object({
  words: s.text(SEARCH_CODE_POINTS_MAX),
  channel: s.optional(channelId),
  tag: s.optional(labelId),
  operator: s.optional(operatorId),
  from: s.optional(s.instant()),
  to: s.optional(s.instant()),
  before: s.optional(s.shaped(/^\d{1,16}$/, 16)),
})

/** Where in the text a word stands that was asked for. */
const mark = s.object({ from: s.int().min(0), to: s.int().min(0) })
const said = s.object({
  line: lineId,
  at: s.instant(),
  author,
  kind: s.literal(['message', 'note']),
  text: s.string(),
  marks: s.array(mark),
})

/** `said`: a line that has most of the words; null where they are in none, but in what the visitor is called. */
export const foundConversations = s.object({
  found: s.array(s.object({ row, said: s.nullable(said) })),
  next: s.nullable(s.string()),
})

export type ConversationSearch = s.Infer<typeof conversationSearch>
export type SaidThere = s.Infer<typeof said>
export type FoundConversations = { found: { row: ElementOf['row']; said: SaidThere | null }[]; next: string | null }
