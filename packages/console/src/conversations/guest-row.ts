import type { ConversationRowView, ConversationView, ReadMark } from '@portico/protocol/conversations'

/**
 * The row of a conversation whose channel's list one has not: of what is seen of itself. The visitor's messages are counted from
 * one's own mark on, which is all that lists ask.
 */
export function guestRow(view: ConversationView, mark: ReadMark | undefined): ConversationRowView {
  const { id, channel, openedAt, visitor, page, phase, lines, status, labels } = view
  const said = lines.filter(({ body }) => body.kind === 'message')
  const newest = said.at(-1)
  const ofVisitor = said.filter(({ author }) => author.kind === 'visitor')
  const answered = said.findLast(({ author }) => author.kind === 'operator')?.ordinal ?? 0
  const read = mark?.ordinal ?? 0
  return {
    id,
    channel,
    openedAt,
    visitor,
    page,
    phase,
    ...(status && { status }),
    ...(labels && { labels }),
    summary: {
      lastOrdinal: lines.at(-1)?.ordinal ?? 0,
      visitorLines: (mark?.visitorLines ?? 0) + ofVisitor.filter(({ ordinal }) => ordinal > read).length,
      at: newest?.at ?? openedAt,
      excerpt: newest?.body.kind === 'message' ? newest.body.text : '',
      by: newest?.author.kind === 'operator' ? newest.author.id : null,
      unansweredSince: ofVisitor.find(({ ordinal }) => ordinal > answered)?.at ?? null,
    },
  }
}
