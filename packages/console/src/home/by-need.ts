import type { ConversationRowView } from '@portico/protocol/conversations'
import { statusOfRow } from '../help/status-of.ts'

/** What looks for help comes first, then who has waited longest for an answer; where it is the visitor's turn, what moved last. */
export function byNeed(rows: readonly ConversationRowView[]): readonly ConversationRowView[] {
  return rows.toSorted(
    (one, other) =>
      Number(looksForHelp(other)) - Number(looksForHelp(one)) ||
      (one.summary.unansweredSince ?? Infinity) - (other.summary.unansweredSince ?? Infinity) ||
      other.summary.at - one.summary.at ||
      (one.id < other.id ? -1 : 1),
  )
}

const looksForHelp = (row: ConversationRowView) => statusOfRow(row) === 'help'
