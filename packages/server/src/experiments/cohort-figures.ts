import type { Cohort } from './cohort.ts'

/** Sums over the visits of one cohort, period and site. Revenue in the currency's smallest unit; `returned` visitors who came again within the days asked for. */
export type CohortTotals = {
  visits: number
  visitors: number
  converted: number
  convertedByGoal: Readonly<Record<string, number>>
  revenue: number
  actions: number
  durationMs: number
  bounces: number
  returned: number
}

/** Shares from 0 to 1, the rest per visit; null where there is nothing to divide by. `uplift`: rate minus that of those who saw the widget only. */
type CohortFigures = {
  visits: number
  visitors: number
  conversionRate: number | null
  conversionRateByGoal: Readonly<Record<string, number | null>>
  revenuePerVisit: number | null
  actionsPerVisit: number | null
  durationMsPerVisit: number | null
  bounceRate: number | null
  returnRate: number | null
  uplift: number | null
}

export function cohortFigures(totals: Readonly<Record<Cohort, CohortTotals>>, cohort: Cohort): CohortFigures {
  const { visits, visitors, converted, convertedByGoal, revenue, actions, durationMs, bounces, returned } = totals[cohort]
  const conversionRate = per(converted, visits)
  const comparedWith = per(totals['saw-widget'].converted, totals['saw-widget'].visits)
  return {
    visits,
    visitors,
    conversionRate,
    conversionRateByGoal: Object.fromEntries(Object.entries(convertedByGoal).map(([goal, count]) => [goal, per(count, visits)])),
    revenuePerVisit: per(revenue, visits),
    actionsPerVisit: per(actions, visits),
    durationMsPerVisit: per(durationMs, visits),
    bounceRate: per(bounces, visits),
    returnRate: per(returned, visitors),
    uplift: conversionRate === null || comparedWith === null ? null : conversionRate - comparedWith,
  }
}

function per(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count
}
