import type { OperatorId } from '@portico/protocol/ids'
import type { ConversationFacts } from '../conversation-facts.ts'

export type Outcome = 'escalated' | 'success' | 'no-answer' | 'no-agent'

// Of things at one instant the later in this list counts: whoever is found was there after all, and who writes has joined.
const ORDER = ['unavailable', 'joined', 'wrote'] as const

type Moment = { at: number; kind: (typeof ORDER)[number] }

/**
 * How it ended, or stands while it runs. More than one operator ever: escalated. Otherwise by what happened last before the end: an operator joined
 * and owes an answer, wrote, or was asked for in vain. With none of these it is a success if a bot took part, else nobody answered.
 */
export function outcome(facts: ConversationFacts): Outcome {
  if (operatorsOf(facts).length > 1) return 'escalated'
  const last = momentsOf(facts).at(-1)
  if (!last) return facts.participants.some(({ author }) => author.kind === 'bot') ? 'success' : 'no-answer'
  switch (last.kind) {
    case 'joined':
      return 'no-answer'
    case 'wrote':
      return 'success'
    case 'unavailable':
      return 'no-agent'
  }
}

/** Everybody who ever took part as an operator, in order of joining, also after leaving. */
export function operatorsOf({ participants }: ConversationFacts): readonly OperatorId[] {
  const joined = participants.toSorted((one, other) => one.joinedAt - other.joinedAt)
  return [...new Set(joined.flatMap(({ author }) => (author.kind === 'operator' ? author.id : [])))]
}

function momentsOf({ participants, messages, unavailableAt, endedAt }: ConversationFacts): readonly Moment[] {
  const joined = participants.flatMap(({ author, joinedAt }) => (author.kind === 'operator' ? joinedAt : []))
  const wrote = messages.flatMap(({ author, at }) => (author.kind === 'operator' ? at : []))
  const moments: Moment[] = [
    ...unavailableAt.map((at) => ({ at, kind: 'unavailable' as const })),
    // Coming back is not being asked again: only the first joining owes an answer.
    ...joined
      .toSorted((one, other) => one - other)
      .slice(0, 1)
      .map((at) => ({ at, kind: 'joined' as const })),
    ...wrote.map((at) => ({ at, kind: 'wrote' as const })),
  ]
  return moments
    .filter(({ at }) => endedAt === null || at <= endedAt)
    .toSorted((one, other) => one.at - other.at || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}
