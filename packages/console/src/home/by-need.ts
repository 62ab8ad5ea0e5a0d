import type { ConversationRowView } from '@portico/protocol/conversations'

/** Who has waited longest for an answer comes first; where it is the visitor's turn, what moved last. */
export function byNeed(rows: readonly ConversationRowView[]): readonly ConversationRowView[] {
  return rows.toSorted(
    (one, other) =>
      (one.summary.unansweredSince ?? Infinity) - (other.summary.unansweredSince ?? Infinity) ||
      other.summary.at - one.summary.at ||
      (one.id < other.id ? -1 : 1),
  )
}
