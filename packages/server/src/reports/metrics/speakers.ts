import type { ConversationFacts } from '../conversation-facts.ts'
import type { Metric } from './metric.ts'

export const speakers: Metric = { unit: 'authors', aggregate: 'average', nullWhen: 'never', of: speakersIn }

/** Different people who wrote, visitor and operators. Bots are not people, and whoever only joined did not speak. */
export function speakersIn({ messages }: ConversationFacts): number {
  return new Set(messages.flatMap(({ author }) => (author.kind === 'bot' ? [] : `${author.kind}:${author.id}`))).size
}
