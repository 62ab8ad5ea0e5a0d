import type { ChatLine, Staff } from '@portico/protocol/conversations'
import type { Screen } from '../../screen.ts'

/** Those of the staff whom the visitor talks to; where it is over, those who wrote. */
export function staffOf(screen: Screen): readonly Staff[] {
  if (screen.state === 'conversation' && screen.chat.phase.state === 'active') return screen.chat.phase.operators
  return screen.state === 'ended' || screen.state === 'past' ? writersOf(screen.chat.lines) : []
}

function writersOf(lines: readonly ChatLine[]): readonly Staff[] {
  const writers = new Map<string, Staff>()
  for (const { author, body } of lines) if (author.kind === 'operator' && body.kind === 'message') writers.set(author.id, author)
  return [...writers.values()]
}
