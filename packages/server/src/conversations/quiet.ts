import type { Conversation } from './conversation.ts'

/** 0: never. */
export type QuietLimits = { endsAfterQuietMs: number; endsAfterGoneMs: number }

type Asked = Pick<Conversation, 'answeredAt' | 'unansweredSince'>

/** Without a line for so long it ends by itself: sooner where its visitor has gone after an operator's last words. */
export function quietMsOf(
  { answeredAt, unansweredSince }: Asked,
  { isGone, limits }: { isGone: boolean; limits: QuietLimits },
): number {
  const isAnswered = answeredAt !== null && unansweredSince === null
  const counted = isGone && isAnswered ? [limits.endsAfterQuietMs, limits.endsAfterGoneMs] : [limits.endsAfterQuietMs]
  return Math.min(...counted.map((ms) => ms || Number.POSITIVE_INFINITY))
}
