import type { ConversationFacts } from './conversation-facts.ts'
import { operatorsOf } from './metrics/outcome.ts'

/** The rows of 18's report: an operator took part and somebody wrote. 19's has every conversation. */
export function isAnswerable(facts: ConversationFacts): boolean {
  return operatorsOf(facts).length > 0 && facts.messages.length > 0
}
