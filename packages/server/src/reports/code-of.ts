import type { ConversationFacts } from './conversation-facts.ts'

/** What names a conversation in a table: channel and id. */
export function codeOf({ id, channel }: ConversationFacts): string {
  return `${channel.name} / ${id}`
}
