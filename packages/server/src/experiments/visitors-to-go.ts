import type { Estimate } from './estimate.ts'

export type Pairing = { control: Estimate; treatment: Estimate }

type Going = Pairing & { tightestAt: number; decided: (later: Pairing) => boolean }

const GROWTH_MAX = 2 ** 30
const PRECISION = 1.001

/**
 * Visitors of both arms still to come before a verdict can be expected: up to the planned sample at least, and beyond it until the intervals would
 * decide if means and spreads stayed as they are, variances shrinking as 1/n. Null when no number of visitors would: where nobody of an arm has
 * converted, more of the same never says anything.
 * An early estimate is mostly noise and would promise too much, hence never less than the plan.
 */
export function visitorsToGo({ control, treatment, tightestAt, decided }: Going): number | null {
  const visitors = control.count + treatment.count
  const toPlan = Math.max(0, tightestAt - visitors)
  const growth = growthUntil((factor) => decided({ control: grow(control, factor), treatment: grow(treatment, factor) }))
  if (growth === null) return null
  return Math.max(toPlan, Math.ceil((growth - 1) * visitors))
}

function growthUntil(decided: (factor: number) => boolean): number | null {
  let high = 2
  while (!decided(high)) {
    if (high >= GROWTH_MAX) return null
    high *= 2
  }
  let low = high / 2
  while (high / low > PRECISION) {
    const middle = Math.sqrt(low * high)
    if (decided(middle)) high = middle
    else low = middle
  }
  return high
}

function grow({ mean, variance, count, events }: Estimate, factor: number): Estimate {
  return { mean, variance: variance / factor, count: count * factor, events: events * factor }
}
