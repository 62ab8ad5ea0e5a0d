import type { Fault } from '@portico/protocol/faults'
import { readPattern, type Pattern, type PatternFault } from './goal-pattern.ts'
import type { GoalId } from '@portico/protocol/ids'

/** Money is in the smallest unit of the site's currency. */
export type Goal = { id: GoalId; reachedBy: Trigger; counts: 'once-a-visit' | 'every-time'; revenueMinor: number }

export type Trigger =
  | { by: 'url'; pattern: Pattern }
  /** Of an event's parts those that have a pattern must all match. */
  | { by: 'event'; category: Pattern | null; action: Pattern | null; name: Pattern | null }
  /** Only by an act that names the goal. */
  | { by: 'call' }

/** What may reach goals. Revenue that comes with an act takes precedence over the goal's own. */
export type GoalAct =
  | { kind: 'page'; url: string }
  | { kind: 'event'; category: string; action: string; name: string | null; revenueMinor: number | null }
  | { kind: 'goal'; goal: GoalId; revenueMinor: number | null }

type Conversion = { goal: GoalId; revenueMinor: number }
export type ReadyGoal = { goal: Goal; isReachedBy: (act: GoalAct) => boolean }
export type GoalFault = Fault<PatternFault['fault'] | 'no-pattern' | 'not-a-url' | 'not-money'>

/** The goals an act reaches, less those that count once and were reached earlier in the visit. */
export function conversions(
  goals: readonly ReadyGoal[],
  act: GoalAct,
  reachedInVisit: ReadonlySet<GoalId>,
): readonly Conversion[] {
  const brought = act.kind === 'page' ? null : act.revenueMinor
  return goals
    .filter(({ goal, isReachedBy }) => isReachedBy(act) && (goal.counts === 'every-time' || !reachedInVisit.has(goal.id)))
    .map(({ goal }) => ({ goal: goal.id, revenueMinor: brought ?? goal.revenueMinor }))
}

/** A goal ready to be matched, or all that is wrong with it. */
export function readGoal(goal: Goal): ReadyGoal | { faults: readonly GoalFault[] } {
  const { faults, matches } = readTrigger(goal.reachedBy)
  if (!Number.isSafeInteger(goal.revenueMinor)) {
    faults.push({ place: 'revenueMinor', fault: 'not-money', seen: String(goal.revenueMinor) })
  }
  if (faults.length > 0) return { faults }
  return { goal, isReachedBy: (act) => (act.kind === 'goal' ? act.goal === goal.id : matches(act)) }
}

type SeenAct = Exclude<GoalAct, { kind: 'goal' }>
type ReadTrigger = { faults: GoalFault[]; matches: (act: SeenAct) => boolean }

function readTrigger(trigger: Trigger): ReadTrigger {
  switch (trigger.by) {
    case 'url': {
      const { pattern } = trigger
      if (pattern.how === 'exact' && !/^https?:\/\/./i.test(pattern.text)) {
        return { faults: [{ place: 'reachedBy.pattern', fault: 'not-a-url', seen: pattern.text }], matches: () => false }
      }
      const { faults, matches } = readPart(pattern, 'reachedBy.pattern')
      return { faults, matches: (act) => act.kind === 'page' && matches(act.url) }
    }
    case 'event': {
      if (!trigger.category && !trigger.action && !trigger.name) {
        return { faults: [{ place: 'reachedBy', fault: 'no-pattern', seen: '' }], matches: () => false }
      }
      const parts = (['category', 'action', 'name'] as const).map((part) => ({
        part,
        ...readPart(trigger[part], `reachedBy.${part}`),
      }))
      return {
        faults: parts.flatMap(({ faults }) => faults),
        matches: (act) => act.kind === 'event' && parts.every(({ part, matches }) => matches(act[part])),
      }
    }
    case 'call':
      return { faults: [], matches: () => false }
  }
}

/** Without a pattern anything matches; with one, only a text does. */
function readPart(pattern: Pattern | null, place: string): { faults: GoalFault[]; matches: (text: string | null) => boolean } {
  if (!pattern) return { faults: [], matches: () => true }
  const read = readPattern(pattern)
  if (typeof read !== 'function') return { faults: [{ place, ...read }], matches: () => false }
  return { faults: [], matches: (text) => text !== null && read(text) }
}
