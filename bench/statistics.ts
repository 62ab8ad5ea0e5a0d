import { parseArgs } from 'node:util'
import type { Measure, Simulation } from './statistics/measure.ts'
import { simulateConversion, simulatePeeking } from './statistics/simulate-conversion.ts'
import { simulateCuped } from './statistics/simulate-cuped.ts'
import type { Law } from './statistics/orders.ts'
import { findableLoss, simulateMismatch, type Skew } from './statistics/simulate-mismatch.ts'
import { simulateReplyRate } from './statistics/simulate-reply-rate.ts'
import { simulateRevenue, type RevenueShop } from './statistics/simulate-revenue.ts'

const EXPERIMENTS = 2000
const BASES = [0.03, 0.1]
const LIFTS = [0, 0.1, 0.2]
const CORRELATIONS = [0, 0.3, 0.5, 0.7, 0.9]
const LAWS: readonly Law[] = ['log-normal 0.5', 'log-normal 1', 'log-normal 2', 'Pareto 2.1', 'one price, 1 % at 100 times']
const CONTROL_SHARES = [0.5, 0.2, 0.8, 0.05, 0.95]
/** A shop large enough to find +20 % in its 60 days, and one that looks on for a year because it is not. */
const PLANS = [
  { planned: 0.2, days: 60 },
  { planned: 0.5, days: 365 },
]
export const REVENUE_SHOPS: readonly RevenueShop[] = PLANS.flatMap((plan) =>
  LAWS.flatMap((law) =>
    CONTROL_SHARES.flatMap((controlShare) => [0, plan.planned].map((lift) => ({ ...plan, law, controlShare, lift }))),
  ),
)
// Half and half: nothing lost; 49.5 to 50.5 got; 49 to 51. A tenth: nothing lost; one in a hundred; what should just be found.
const SKEWS: readonly Skew[] = [
  { meant: 0.5, lost: 0 },
  { meant: 0.5, lost: 1 - 49.5 / 50.5 },
  { meant: 0.5, lost: 1 - 49 / 51 },
  { meant: 0.1, lost: 0 },
  { meant: 0.1, lost: 0.01 },
  { meant: 0.1, lost: findableLoss(0.1) },
]

export function run({ seed, progress }: Omit<Simulation, 'experiments'>): Promise<readonly Measure[]> {
  return simulateStatistics({ seed, progress, experiments: EXPERIMENTS })
}

/** Thousands of experiments whose truth is known, looked at every day: do the intervals hold, and how often is a false winner named? */
export async function simulateStatistics(
  simulation: Simulation & { shops?: readonly RevenueShop[] },
): Promise<readonly Measure[]> {
  const measures: Measure[] = []
  for (const base of BASES) {
    for (const lift of LIFTS) measures.push(await simulateConversion(simulation, { base, lift, controlShare: 0.5 }))
    measures.push(await simulateConversion(simulation, { base, lift: 0, controlShare: 0.1 }))
    measures.push(await simulatePeeking(simulation, base))
  }
  for (const lift of [0, 0.2]) measures.push(await simulateReplyRate(simulation, { lift, controlShare: 0.5 }))
  for (const controlShare of [0.05, 0.95]) measures.push(await simulateReplyRate(simulation, { lift: 0, controlShare }))
  measures.push(...(await simulateRevenues(simulation)))
  for (const correlation of CORRELATIONS) measures.push(await simulateCuped(simulation, correlation))
  for (const skew of SKEWS) measures.push(await simulateMismatch(simulation, skew))
  return measures
}

/** A third as many experiments as elsewhere: a year of orders that differ a thousandfold takes hundreds of thousands of them. */
async function simulateRevenues({
  shops = REVENUE_SHOPS,
  experiments,
  ...rest
}: Simulation & { shops?: readonly RevenueShop[] }) {
  const measures: Measure[] = []
  for (const shop of shops) measures.push(await simulateRevenue({ ...rest, experiments: Math.ceil(experiments / 3) }, shop))
  return measures
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed is '${values.seed}', expected a whole number`)
  const progress = (text: string) => process.stderr.write(`${text}\n`)
  for (const measure of await run({ seed, progress })) process.stdout.write(`${JSON.stringify(measure)}\n`)
}
