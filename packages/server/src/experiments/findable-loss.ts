import { normalQuantile } from './normal-quantile.ts'
import { MISMATCH_ALPHA, PRIOR_VISITORS, type Arm } from './sample-ratio-mismatch.ts'

const FOUND_IN = 0.8

/**
 * The smallest share of its visitors that each arm may lose before four of five such experiments are called a mismatch by now; null where even
 * the loss of all would not be seen yet. What is smaller stays unseen: a tenth of the visitors needs millions of them to show that one in a
 * hundred is missing. Normal approximation of the Dirichlet mixture, t = visitors / PRIOR_VISITORS and k arms: called from
 * χ² = (1 + 1/t)·(2 ln(1/alpha) + (k − 1) ln(1 + t)); a loss l of an arm with the share s moves it by l·√(n·s·(1 − s)) standard errors.
 */
export function findableLosses(arms: readonly Arm[]): readonly (number | null)[] {
  const visitors = arms.reduce((sum, arm) => sum + arm.visitors, 0)
  const weights = arms.reduce((sum, arm) => sum + arm.weight, 0)
  const time = visitors / PRIOR_VISITORS
  const called = (1 + 1 / time) * (2 * Math.log(1 / MISMATCH_ALPHA) + (arms.length - 1) * Math.log(1 + time))
  // The other arms wander too: each is worth one by chance.
  const moved = Math.sqrt(called - (arms.length - 2)) + normalQuantile(FOUND_IN)
  return arms.map(({ weight }) => {
    const share = weight / weights
    const loss = moved / Math.sqrt(visitors * share * (1 - share))
    return loss < 1 ? loss : null
  })
}
