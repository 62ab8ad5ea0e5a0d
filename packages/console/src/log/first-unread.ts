import type { ConversationLine } from '@portico/protocol/conversations'

/** The first words of the visitor beyond my mark. */
export function firstUnread(lines: readonly ConversationLine[], read: number): ConversationLine | undefined {
  return lines.find((line) => line.ordinal > read && line.author.kind === 'visitor' && line.body.kind === 'message')
}
