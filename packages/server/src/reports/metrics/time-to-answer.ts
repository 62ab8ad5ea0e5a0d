import type { ConversationFacts } from '../conversation-facts.ts'
import type { Metric } from './metric.ts'

/** First operator's message minus first message of anybody (18). */
const sinceFirstMessage: Metric = {
  unit: 'seconds',
  aggregate: 'average',
  nullWhen: 'no-operator-wrote',
  of: (facts) => {
    const answeredAt = firstAnswer(facts)
    return answeredAt === null ? null : (answeredAt - Math.min(...facts.messages.map(({ at }) => at))) / 1000
  },
}

/**
 * First operator's message minus the last bot's message before it, or minus creation where no bot wrote before (19, which shows hours).
 * An answer after the end is none.
 */
const sinceRequest: Metric = {
  unit: 'seconds',
  aggregate: 'average',
  nullWhen: 'no-operator-wrote',
  of: (facts) => {
    const answeredAt = firstAnswer(facts)
    if (answeredAt === null || (facts.endedAt !== null && answeredAt > facts.endedAt)) return null
    const byBots = facts.messages.filter(({ author, at }) => author.kind === 'bot' && at <= answeredAt)
    const askedAt = byBots.length === 0 ? facts.createdAt : Math.max(...byBots.map(({ at }) => at))
    return Math.max(0, answeredAt - askedAt) / 1000
  },
}

export const timeToAnswer = { sinceFirstMessage, sinceRequest }

function firstAnswer({ messages }: ConversationFacts): number | null {
  const answers = messages.filter(({ author }) => author.kind === 'operator')
  return answers.length === 0 ? null : Math.min(...answers.map(({ at }) => at))
}
