import type { ChatLine } from '@portico/protocol/conversations'
import type { Answered, Unanswered } from '../../sending.ts'
import type { OwnMessage } from './turns.ts'

type Given = { unanswered: readonly Unanswered[]; answered: readonly Answered[]; lines: readonly ChatLine[] }

/** Our messages that are not among the chat's lines yet: acked a moment ago, refused, or on their way. */
export function ownMessages({ unanswered, answered, lines }: Given): readonly OwnMessage[] {
  const there = new Set(lines.map(({ id }) => id))
  const settled = new Set(answered.map(({ line }) => line))
  const own = [
    ...answered.map(({ line, at, text, refused }): OwnMessage => {
      return { id: line, at, text, delivery: refused ? { state: 'failed', reason: refused } : { state: 'sent' } }
    }),
    ...unanswered
      .filter(({ line }) => !settled.has(line))
      .map(({ line, at, text }): OwnMessage => ({ id: line, at, text, delivery: { state: 'sending' } })),
  ]
  return own.filter(({ id }) => !there.has(id))
}
