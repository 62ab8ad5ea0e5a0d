import type { Interval } from '@portico/server/experiments/comparison'
import { confidenceSequence, eventsNeeded, EVENTS_MIN } from '@portico/server/experiments/confidence-sequence'
import { kish, type Estimate } from '@portico/server/experiments/estimate'
import { revenuePerVisitor, type Earning } from '@portico/server/experiments/revenue-per-visitor'
import { sampleSize } from '@portico/server/experiments/sample-size'
import { verdict, type Plan } from '@portico/server/experiments/verdict'
import type { Measure, Simulation } from './measure.ts'
import { buying, earlierOrders, type Law, type Orders } from './orders.ts'
import { randomSource, type RandomSource } from './random-source.ts'
import { repeat, share } from './repeat.ts'
import { median } from './summary.ts'

const DAYS_PLANNED = 60
const BASE = 0.03
const ALPHA = 0.05
// A day after all others: unlike Infinity it can be subtracted from itself, as sorting does.
const NEVER = Number.MAX_SAFE_INTEGER

/** `planned` is the lift its plan is made for, on 60 days; `lift` the true one. */
export type RevenueShop = { law: Law; controlShare: number; planned: number; lift: number; days: number }

type Running = Omit<RevenueShop, 'law'> & { random: RandomSource; orders: Orders; plan: Plan }

/** Days on which something was first so. `…ByKish`: with 20 of Kish's events for a gate, as for other sums. */
type Run = { covered: boolean; ready: number; readyByKish: number; said: Said; saidByKish: Said }
type Said = { winner: number; loser: number }

/** A shop makes a plan, gets its visitors evenly, so that the plan is over on day 60, and looks on every evening: until then, or for a year. */
export async function simulateRevenue(simulation: Simulation, shop: RevenueShop): Promise<Measure> {
  const { law, controlShare, planned, lift, days } = shop
  const name = `revenue ${law} control ${controlShare} planned ${planned} lift ${lift}`
  const orders = earlierOrders(law, randomSource(simulation.seed, `orders ${law}`))
  const running = { ...shop, orders, plan: planFor(orders, shop), random: randomSource(simulation.seed, name) }
  const results = await repeat(name, simulation, () => run(running))
  const wrongOn = ({ winner, loser }: Said) => (lift > 0 ? loser : Math.min(winner, loser))
  return {
    measure: 'revenue per visitor',
    law,
    controlShare,
    planned,
    lift,
    days,
    visitorsPerDay: visitorsPerDay(running.plan),
    experiments: results.length,
    coverage: share(results, ({ covered }) => covered),
    falseWinners: share(results, ({ said }) => wrongOn(said) <= days),
    falseWinnersByKish: share(results, ({ saidByKish }) => wrongOn(saidByKish) <= days),
    medianReadyDay: dayOf(results.map(({ ready }) => ready)),
    medianReadyDayByKish: dayOf(results.map(({ readyByKish }) => readyByKish)),
    winnersByPlan: share(results, ({ said }) => said.winner <= DAYS_PLANNED),
    winners: share(results, ({ said }) => said.winner <= days),
    medianWinnerDay: dayOf(results.map(({ said }) => said.winner)),
    medianWinnerDayByKish: dayOf(results.map(({ saidByKish }) => saidByKish.winner)),
  }
}

function planFor(orders: Orders, { controlShare, planned }: RevenueShop): Plan {
  const wanted = { alpha: ALPHA, power: 0.8, controlShare, looks: 'any' as const }
  const { total } = sampleSize({ ...wanted, control: buying(orders, BASE), treatment: buying(orders, BASE * (1 + planned)) })
  return { alpha: ALPHA, comparisons: 1, minimumLift: planned, better: 'higher', tightestAt: total }
}

const visitorsPerDay = ({ tightestAt }: Plan) => Math.ceil(tightestAt / DAYS_PLANNED)

function run({ random, orders, plan, controlShare, lift, days }: Running): Run {
  const result: Run = { covered: true, ready: NEVER, readyByKish: NEVER, said: nothing(), saidByKish: nothing() }
  const control: Earning = { visitors: 0, revenue: 0, cap: orders.cap, capped: 0, cappedSquared: 0 }
  const treatment: Earning = { ...control }
  const truth = buying(orders, BASE).mean * lift
  for (let day = 1; day <= days; day++) {
    const treated = random.binomial(visitorsPerDay(plan), 1 - controlShare)
    addDay(control, random, { orders, visitors: visitorsPerDay(plan) - treated, rate: BASE })
    addDay(treatment, random, { orders, visitors: treated, rate: BASE * (1 + lift) })
    look({ day, control, treatment, plan, controlShare, truth }, result)
  }
  return result
}

const nothing = (): Said => ({ winner: NEVER, loser: NEVER })

/** In place, one read and one addition an order: there are some billions of them in a full run. */
function addDay(arm: Earning, random: RandomSource, day: { orders: Orders; visitors: number; rate: number }): void {
  const { worth, capped } = day.orders
  arm.visitors += day.visitors
  for (let order = random.binomial(day.visitors, day.rate); order > 0; order--) {
    const which = Math.floor(random.uniform() * worth.length)
    const cents = capped[which] ?? 0
    arm.revenue += worth[which] ?? 0
    arm.capped += cents
    arm.cappedSquared += cents * cents
  }
}

type Evening = { day: number; control: Earning; treatment: Earning; plan: Plan; controlShare: number; truth: number }

function look({ day, plan, controlShare, truth, ...arms }: Evening, result: Run): void {
  const control = revenuePerVisitor(arms.control, 'control').judged
  const treatment = revenuePerVisitor(arms.treatment, 'treatment').judged
  const pairing = { control, treatment }
  const sequence = { alpha: plan.alpha, tightestAt: plan.tightestAt }
  if (Math.min(control.events, treatment.events) >= eventsNeeded(plan.alpha)) result.ready = Math.min(result.ready, day)
  const difference = confidenceSequence({ ...pairing, ...sequence })?.difference
  if (difference) {
    result.covered &&= difference.low <= truth && truth <= difference.high
    // The whole verdict costs fifty looks, so it is asked where the interval has left zero.
    if (sideOf(difference)) note(result.said, day, stateOf({ day, plan, controlShare, control, treatment }))
  }
  const byKish = {
    control: { ...control, events: kishOf(arms.control) },
    treatment: { ...treatment, events: kishOf(arms.treatment) },
  }
  if (Math.min(byKish.control.events, byKish.treatment.events) < EVENTS_MIN) return
  result.readyByKish = Math.min(result.readyByKish, day)
  const ungated = confidenceSequence({ ...byKish, ...sequence })?.difference
  if (ungated) note(result.saidByKish, day, sideOf(ungated))
}

const kishOf = ({ visitors, capped, cappedSquared }: Earning) =>
  kish({ count: visitors, sum: capped, sumOfSquares: cappedSquared })

function sideOf({ low, high }: Interval): 'winner' | 'loser' | null {
  if (low > 0) return 'winner'
  return high < 0 ? 'loser' : null
}

type Judged = { day: number; plan: Plan; controlShare: number; control: Estimate; treatment: Estimate }

function stateOf({ day, plan, controlShare, control, treatment }: Judged) {
  const arms = [
    { visitors: control.count, weight: controlShare },
    { visitors: treatment.count, weight: 1 - controlShare },
  ]
  return verdict({ control, treatment, arms, days: day, plan }).state
}

function note(said: Said, day: number, state: string | null): void {
  if (state === 'winner' || state === 'loser') said[state] = Math.min(said[state], day)
}

function dayOf(days: readonly number[]): number | 'none' {
  const day = median(days) ?? NEVER
  return day === NEVER ? 'none' : day
}
