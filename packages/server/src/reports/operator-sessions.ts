import type { OperatorId } from '@portico/protocol/ids'
import type { ConversationFacts, Standpoint } from './conversation-facts.ts'
import { duration } from './metrics/duration.ts'
import { operatorsOf, outcome, type Outcome } from './metrics/outcome.ts'

/**
 * One operator's part in one conversation; times in seconds. `conversationDuration` and `timeToAnswer` as 18 counts them (first to last message,
 * and from the first message of anybody), `duration` and `responseTime` as 19 does, from joining.
 */
export type OperatorSession = {
  operator: OperatorId
  conversationDuration: number | null
  timeToAnswer: number | null
  duration: number
  responseTime: number | null
  messages: number
  calls: number
  callDuration: number
  rating: number | null
  help: 'requested' | 'provided' | null
  outcome: Outcome
}

export function operatorSessions(facts: ConversationFacts, standpoint: Standpoint): readonly OperatorSession[] {
  return operatorsOf(facts).map((operator) => sessionOf(operator, facts, standpoint))
}

function sessionOf(operator: OperatorId, facts: ConversationFacts, standpoint: Standpoint): OperatorSession {
  const own = facts.messages.flatMap(({ author, at }) => (author.kind === 'operator' && author.id === operator ? at : []))
  const joinedAt = firstOf(
    facts.participants.flatMap(({ author, joinedAt }) => (author.kind === 'operator' && author.id === operator ? joinedAt : [])),
  )
  const calls = facts.calls.filter(({ operators }) => operators.includes(operator))
  const firstMessageAt = firstOf(facts.messages.map(({ at }) => at))
  return {
    operator,
    conversationDuration: duration.betweenMessages.of(facts, standpoint),
    timeToAnswer: secondsBetween(firstMessageAt, firstOf(own)),
    duration: secondsBetween(joinedAt, facts.endedAt ?? lastOf(facts.messages.map(({ at }) => at)) ?? standpoint.at) ?? 0,
    responseTime: secondsBetween(joinedAt, firstOf(own)),
    messages: own.length,
    calls: calls.length,
    callDuration: calls.reduce((sum, call) => sum + (secondsBetween(call.startedAt, call.endedAt ?? standpoint.at) ?? 0), 0),
    rating: facts.rating?.rated === operator && facts.rating.value > 0 ? facts.rating.value : null,
    help: helpOf(operator, facts),
    outcome: outcome(facts),
  }
}

/** In an escalated conversation the first operator asked for help and the last one gave it. */
function helpOf(operator: OperatorId, facts: ConversationFacts): OperatorSession['help'] {
  const operators = operatorsOf(facts)
  if (operators.length < 2) return null
  if (operators.at(0) === operator) return 'requested'
  return operators.at(-1) === operator ? 'provided' : null
}

function firstOf(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : Math.min(...instants)
}

function lastOf(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : Math.max(...instants)
}

function secondsBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from) / 1000
}
