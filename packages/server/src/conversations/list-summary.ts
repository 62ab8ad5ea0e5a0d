import type { ConversationLine, ListSummary } from '@portico/protocol/conversations'
import type { OperatorId } from '@portico/protocol/ids'
import { EXCERPT_CODE_POINTS_MAX } from '@portico/protocol/limits'

/** What lists show of a conversation after this line; notes and notices move it without speaking in it. */
export function summaryAfter(before: ListSummary, line: ConversationLine): ListSummary {
  const spoken = line.body.kind === 'message'
  return {
    lastOrdinal: line.ordinal,
    visitorLines: before.visitorLines + (isOfVisitor(line) ? 1 : 0),
    at: spoken ? line.at : before.at,
    excerpt: line.body.kind === 'message' ? excerptOf(line.body.text) : before.excerpt,
    by: spoken ? operatorOf(line) : before.by,
    unansweredSince: unansweredAfter(before.unansweredSince, line),
  }
}

/** Since when the visitor has had no answer, after this line: an operator's message answers all that came before. */
export function unansweredAfter(before: number | null, line: ConversationLine): number | null {
  if (line.body.kind !== 'message') return before
  switch (line.author.kind) {
    case 'visitor':
      return before ?? line.at
    case 'operator':
      return null
    case 'system':
      return before
  }
}

export const operatorOf = ({ author }: ConversationLine): OperatorId | null => (author.kind === 'operator' ? author.id : null)

export const isOfVisitor = ({ author, body }: ConversationLine): boolean => author.kind === 'visitor' && body.kind === 'message'

export function excerptOf(text: string): string {
  const words = text
    .slice(0, 4 * EXCERPT_CODE_POINTS_MAX)
    .replaceAll(/\s+/g, ' ')
    .trim()
  let end = 0
  for (let n = 0; n < EXCERPT_CODE_POINTS_MAX && end < words.length; n++) end += isPair(words, end) ? 2 : 1
  return end === words.length ? words : `${words.slice(0, end).trimEnd()}…`
}

const isPair = (text: string, at: number) => (text.codePointAt(at) ?? 0) > 0xffff
