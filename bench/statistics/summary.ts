import type { Verdict } from '@portico/server/experiments/verdict'
import { share } from './repeat.ts'
import type { Watched } from './watch.ts'

/** Shares of experiments. `falseWinners`: a winner or loser where there is no difference, or the wrong one of the two, at any look. */
export function summary(results: readonly Watched[], { lift, plannedDays }: { lift: number; plannedDays: number }) {
  const wrong: readonly Verdict['state'][] = lift > 0 ? ['loser'] : ['winner', 'loser']
  const decided = results.flatMap(({ decidedOn }) => decidedOn ?? [])
  return {
    experiments: results.length,
    coverage: share(results, ({ covered }) => covered),
    falseWinners: share(results, ({ everState }) => wrong.some((state) => everState.has(state))),
    winners: share(results, ({ first }) => first === 'winner'),
    winnersByPlan: share(results, ({ first, decidedOn }) => first === 'winner' && (decidedOn ?? Infinity) <= plannedDays),
    noDifference: share(results, ({ first }) => first === 'no-difference'),
    blocked: share(results, ({ everState }) => everState.has('mismatch')),
    medianDecisionDay: median(decided) ?? 'none',
  }
}

export function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
}
