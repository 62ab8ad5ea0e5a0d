import type { Comparison, Interval } from '@portico/server/experiments/comparison'
import type { Estimate } from '@portico/server/experiments/estimate'
import { verdict, type Plan, type Verdict } from '@portico/server/experiments/verdict'
import { confidenceSequence } from '@portico/server/experiments/confidence-sequence'
import type { Arm } from '@portico/server/experiments/sample-ratio-mismatch'

/** One day of an experiment: both arms as they stand that evening. */
export type Look = { control: Estimate; treatment: Estimate; arms: readonly Arm[] }

export type Truth = { difference: number; lift: number }

/** `everX`: at one look at least. `decidedOn`: the first day with a winner or loser or no difference, null without. */
export type Watched = {
  covered: boolean
  everState: ReadonlySet<Verdict['state']>
  first: Verdict['state'] | null
  decidedOn: number | null
}

/** Looks at an experiment every evening, as people do, and notes whether the intervals ever missed the truth and what was ever said. */
export function watch(looks: Iterable<Look>, { plan, truth }: { plan: Plan; truth: Truth }): Watched {
  const everState = new Set<Verdict['state']>()
  let covered = true
  let first: Verdict['state'] | null = null
  let decidedOn: number | null = null
  let days = 0
  for (const { control, treatment, arms } of looks) {
    days++
    const comparison = confidenceSequence({ control, treatment, alpha: plan.alpha, tightestAt: plan.tightestAt })
    if (comparison && !holds(comparison, truth)) covered = false
    const { state } = verdict({ control, treatment, arms, days, plan })
    everState.add(state)
    if (state === 'not-enough-data' || first !== null) continue
    first = state
    decidedOn = days
  }
  return { covered, everState, first, decidedOn }
}

function holds({ difference, lift }: Comparison, truth: Truth): boolean {
  return within(difference, truth.difference) && (lift === null || within(lift, truth.lift))
}

function within({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high
}
