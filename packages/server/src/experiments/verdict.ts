import type { Comparison } from './comparison.ts'
import { confidenceSequence } from './confidence-sequence.ts'
import type { Estimate } from './estimate.ts'
import { sampleRatioMismatch, type Arm } from './sample-ratio-mismatch.ts'
import { visitorsToGo } from './visitors-to-go.ts'

/** Fixed before the first look. `minimumLift` is the smallest that would matter (0.1 is 10 %); `comparisons` how many treatments share alpha. */
export type Plan = {
  alpha: number
  comparisons: number
  minimumLift: number
  better: 'higher' | 'lower'
  /** Visitors of both arms, from `sampleSize` for any look at alpha / comparisons. */
  tightestAt: number
}

export type Verdict =
  | { state: 'mismatch'; chance: number }
  | { state: 'not-enough-data'; comparison: Comparison | null; weeksToGo: number | null }
  | { state: 'winner' | 'loser' | 'no-difference'; comparison: Comparison }

/** `arms` are all arms of the experiment, control among them; `days` how long it has run. */
export type Evidence = { control: Estimate; treatment: Estimate; arms: readonly Arm[]; days: number; plan: Plan }

const DAYS_A_WEEK = 7

/**
 * What may be said of treatment against control today, and at every other look as well: with `comparisons` treatments all their intervals hold
 * together with chance 1 − alpha (Bonferroni). Arms that did not get their shares block every other word.
 */
export function verdict({ control, treatment, arms, days, plan }: Evidence): Verdict {
  assertArmsOf({ control, treatment }, arms)
  const ratio = sampleRatioMismatch(arms)
  if (ratio.mismatch) return { state: 'mismatch', chance: ratio.alwaysValid }
  const comparison = look({ control, treatment }, plan)
  const state = comparison && conclude(comparison, plan)
  if (comparison && state) return { state, comparison }
  const toGo = visitorsToGo({ control, treatment, tightestAt: plan.tightestAt, decided: (later) => isDecided(later, plan) })
  return { state: 'not-enough-data', comparison, weeksToGo: weeks({ toGo, visitors: control.count + treatment.count, days }) }
}

type Pairing = { control: Estimate; treatment: Estimate }

/** Sums and arms come from different queries: where they do not count the same visitors, one of them is wrong. */
function assertArmsOf(pairing: Pairing, arms: readonly Arm[]): void {
  const left = arms.map(({ visitors }) => visitors)
  for (const [at, { count }] of Object.entries(pairing)) {
    const index = left.indexOf(count)
    if (index < 0)
      throw new RangeError(`${at}.count is ${count}, expected the visitors of an arm of its own, left are ${left.join(', ')}`)
    left.splice(index, 1)
  }
}

function look(pairing: Pairing, { alpha, comparisons, tightestAt }: Plan): Comparison | null {
  return confidenceSequence({ ...pairing, alpha: alpha / comparisons, tightestAt })
}

function conclude({ difference, lift }: Comparison, { better, minimumLift }: Plan): 'winner' | 'loser' | 'no-difference' | null {
  if (difference.low > 0) return better === 'higher' ? 'winner' : 'loser'
  if (difference.high < 0) return better === 'higher' ? 'loser' : 'winner'
  return lift && lift.low > -minimumLift && lift.high < minimumLift ? 'no-difference' : null
}

function isDecided(pairing: Pairing, plan: Plan): boolean {
  const comparison = look(pairing, plan)
  return comparison !== null && conclude(comparison, plan) !== null
}

function weeks({ toGo, visitors, days }: { toGo: number | null; visitors: number; days: number }): number | null {
  if (toGo === null || visitors === 0 || days <= 0) return null
  return Math.max(1, Math.ceil(toGo / ((visitors / days) * DAYS_A_WEEK)))
}
