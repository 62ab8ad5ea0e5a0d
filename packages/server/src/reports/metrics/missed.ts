import type { ConversationFacts } from '../conversation-facts.ts'
import { counting, type Metric } from './metric.ts'
import { outcome } from './outcome.ts'
import { speakersIn } from './speakers.ts'

/** `oneSpeaker`: at most one person wrote (18's filter). `byOutcome`: it ended never answered or with no one available (19; preferred). */
export const missed = {
  oneSpeaker: counting((facts) => speakersIn(facts) <= 1),
  byOutcome: onceEnded(isUnanswered),
}

export const treated = {
  oneSpeaker: counting((facts) => speakersIn(facts) > 1),
  byOutcome: onceEnded((facts) => !isUnanswered(facts)),
}

function onceEnded(of: (facts: ConversationFacts) => boolean): Metric {
  return {
    unit: 'conversations',
    aggregate: 'sum',
    nullWhen: 'still-running',
    of: (facts) => (facts.endedAt === null ? null : Number(of(facts))),
  }
}

function isUnanswered(facts: ConversationFacts): boolean {
  switch (outcome(facts)) {
    case 'no-answer':
    case 'no-agent':
      return true
    case 'success':
    case 'escalated':
      return false
  }
}
