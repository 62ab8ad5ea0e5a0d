import type { ConversationLine } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import { firstUnread } from './first-unread.ts'

/** The line to say "read up to here" with: the newest, but only when words of the visitor have come since the mark. */
export function lineToMark(lines: readonly ConversationLine[], read: number): LineId | undefined {
  return firstUnread(lines, read) && lines.at(-1)?.id
}
