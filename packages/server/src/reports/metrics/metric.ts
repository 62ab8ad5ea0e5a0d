import type { ConversationFacts, Standpoint } from '../conversation-facts.ts'

/**
 * One figure of one conversation and how figures become one. `nullWhen` is the rule by which a conversation has none; such conversations
 * are left out of an average, never counted as 0. Yes and no are 1 and 0, so that a sum counts and an average is a share.
 */
export type Metric = {
  unit: 'seconds' | 'days' | 'authors' | 'messages' | 'calls' | 'stars' | 'conversations'
  aggregate: 'average' | 'sum' | 'maximum'
  nullWhen: 'never' | 'no-message' | 'no-operator-wrote' | 'not-rated' | 'still-running' | 'no-call'
  of: (facts: ConversationFacts, standpoint: Standpoint) => number | null
}

/** A conversation counted or not. */
export function counting(of: (facts: ConversationFacts) => boolean): Metric {
  return { unit: 'conversations', aggregate: 'sum', nullWhen: 'never', of: (facts) => (of(facts) ? 1 : 0) }
}
