import type { ConversationView } from '@portico/protocol/conversations'

/** How long the visitor waited until the first operator joined; unknown while nobody has, or where that line is older than the view. */
export function waitedMs({ openedAt, lines, older }: Pick<ConversationView, 'openedAt' | 'lines' | 'older'>): number | undefined {
  const joined = older ? undefined : lines.find((line) => line.body.kind === 'notice' && line.body.notice === 'joined')
  return joined && joined.at - openedAt
}
