import { aggregate } from './aggregate.ts'
import type { ConversationFacts } from './conversation-facts.ts'
import { happiness, type Given } from './metrics/happiness.ts'
import { timeToAnswer } from './metrics/time-to-answer.ts'
import { before, contains, type Period, type Step } from './period.ts'

/** `change` in per cent of the previous figure; null where there is none to compare with. */
export type Figure = { value: number | null; previous: number | null; change: number | null }

/** `happiness` in per cent, `conversations` counted, `timeToAnswer` in seconds. */
type Digest = { period: Period; previous: Period; happiness: Figure; conversations: Figure; timeToAnswer: Figure }

type Digesting = {
  step: Step
  at: number
  zone: string
  conversations: readonly ConversationFacts[]
  ratings: readonly Given[]
  definition?: keyof typeof timeToAnswer
}

/** The mail of a morning: the last whole day, week or month, against the one before. */
export function digest({ step, at, zone, conversations, ratings, definition = 'sinceFirstMessage' }: Digesting): Digest {
  const period = before({ step, at, zone })
  const previous = before({ step, at: period.from, zone })
  const compared = (figure: (within: Period) => number | null) => compare(figure(period), figure(previous))
  const startedIn = (within: Period) => conversations.filter(({ createdAt }) => contains(within, createdAt))
  return {
    period,
    previous,
    // The digest shows 0 where nobody rated, as its model does; the reports show nothing.
    happiness: compared((within) => happiness(ratings, within).percent ?? 0),
    conversations: compared((within) => startedIn(within).length),
    timeToAnswer: compared((within) => aggregate(timeToAnswer[definition], startedIn(within), { at, zone })),
  }
}

function compare(value: number | null, previous: number | null): Figure {
  const change = value === null || previous === null || previous === 0 ? null : ((value - previous) * 100) / previous
  return { value, previous, change }
}
