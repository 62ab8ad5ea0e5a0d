import type { ConversationFacts, Standpoint } from './conversation-facts.ts'
import type { Metric } from './metrics/metric.ts'

/** In the metric's unit; null when no conversation has a figure, except for sums, which are then 0. */
export function aggregate(metric: Metric, conversations: readonly ConversationFacts[], standpoint: Standpoint): number | null {
  const figures = conversations.flatMap((facts) => metric.of(facts, standpoint) ?? [])
  const sum = figures.reduce((total, figure) => total + figure, 0)
  switch (metric.aggregate) {
    case 'sum':
      return sum
    case 'average':
      return figures.length === 0 ? null : sum / figures.length
    case 'maximum':
      return figures.length === 0 ? null : figures.reduce((most, figure) => Math.max(most, figure))
  }
}
