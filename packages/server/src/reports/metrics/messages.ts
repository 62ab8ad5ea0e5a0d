import type { Metric } from './metric.ts'

/** All messages of visitor, operators and bots; notes and notices are not among the facts. */
export const messages: Metric = {
  unit: 'messages',
  aggregate: 'average',
  nullWhen: 'never',
  of: (facts) => facts.messages.length,
}
