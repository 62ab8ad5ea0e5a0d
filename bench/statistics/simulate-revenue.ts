import { revenuePerVisitor } from '@portico/server/experiments/revenue-per-visitor'
import type { Plan } from '@portico/server/experiments/verdict'
import type { Measure, Simulation } from './measure.ts'
import { randomSource, type RandomSource } from './random-source.ts'
import { repeat } from './repeat.ts'
import { summary } from './summary.ts'
import { watch, type Look } from './watch.ts'

const DAYS = 60
const VISITORS_PER_DAY = 1000
const BASE = 0.03
const MEDIAN_CENTS = 5000
// The log of an order's worth has this deviation: one order in a hundred is ten times the median.
const DEVIATION = 1

/** Orders of very uneven worth, where the normal approximation is tried hardest. */
export async function simulateRevenue(simulation: Simulation, lift: number): Promise<Measure> {
  const name = `revenue lift ${lift}`
  const random = randomSource(simulation.seed, name)
  const plan: Plan = { alpha: 0.05, comparisons: 1, minimumLift: 0.1, better: 'higher', tightestAt: DAYS * VISITORS_PER_DAY }
  const perVisitor = BASE * MEDIAN_CENTS * Math.exp(DEVIATION ** 2 / 2)
  const truth = { difference: perVisitor * lift, lift }
  const results = await repeat(name, simulation, () => watch(days(random, lift), { plan, truth }))
  return {
    measure: 'revenue per visitor',
    base: BASE,
    lift,
    visitorsPerDay: VISITORS_PER_DAY,
    days: DAYS,
    ...summary(results, { lift, plannedDays: DAYS }),
  }
}

function* days(random: RandomSource, lift: number): Generator<Look> {
  const control = { visitors: 0, revenue: 0, revenueSquared: 0 }
  const treatment = { visitors: 0, revenue: 0, revenueSquared: 0 }
  for (let day = 0; day < DAYS; day++) {
    const treated = random.binomial(VISITORS_PER_DAY, 0.5)
    addDay(control, random, { visitors: VISITORS_PER_DAY - treated, rate: BASE })
    addDay(treatment, random, { visitors: treated, rate: BASE * (1 + lift) })
    yield {
      control: revenuePerVisitor(control, 'control'),
      treatment: revenuePerVisitor(treatment, 'treatment'),
      arms: [control, treatment].map(({ visitors }) => ({ visitors, weight: 1 })),
    }
  }
}

type Arm = { visitors: number; revenue: number; revenueSquared: number }

function addDay(arm: Arm, random: RandomSource, { visitors, rate }: { visitors: number; rate: number }): void {
  arm.visitors += visitors
  for (let order = random.binomial(visitors, rate); order > 0; order--) {
    const cents = Math.round(MEDIAN_CENTS * Math.exp(DEVIATION * random.normal()))
    arm.revenue += cents
    arm.revenueSquared += cents * cents
  }
}
