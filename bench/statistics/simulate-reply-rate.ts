import type { PairMoments } from '@portico/server/experiments/pair-moments'
import { replyRate } from '@portico/server/experiments/reply-rate'
import type { Plan } from '@portico/server/experiments/verdict'
import type { Measure, Simulation } from './measure.ts'
import { randomSource, type RandomSource } from './random-source.ts'
import { repeat } from './repeat.ts'
import { summary } from './summary.ts'
import { watch, type Look } from './watch.ts'

const DAYS = 60
const VISITORS_PER_DAY = 100
const SENDINGS_MAX = 5
const TALKATIVE = 0.3
// A talkative visitor answers three sendings in ten, the others one in fifty: sendings of one visitor are far from independent.
const ANSWERS_OF_TALKATIVE = 0.3
const ANSWERS_OF_OTHERS = 0.02

/** Answers per sending, visitors assigned: what the delta method is for. */
export async function simulateReplyRate(simulation: Simulation, shop: { lift: number; controlShare: number }): Promise<Measure> {
  const { lift, controlShare } = shop
  const name = `reply rate lift ${lift} control ${controlShare}`
  const random = randomSource(simulation.seed, name)
  const plan: Plan = { alpha: 0.05, comparisons: 1, minimumLift: 0.1, better: 'higher', tightestAt: DAYS * VISITORS_PER_DAY }
  const base = TALKATIVE * ANSWERS_OF_TALKATIVE + (1 - TALKATIVE) * ANSWERS_OF_OTHERS
  const results = await repeat(name, simulation, () =>
    watch(days(random, shop), { plan, truth: { difference: base * lift, lift } }),
  )
  return {
    measure: 'reply rate',
    base,
    ...shop,
    visitorsPerDay: VISITORS_PER_DAY,
    days: DAYS,
    ...summary(results, { lift, plannedDays: DAYS }),
  }
}

function* days(random: RandomSource, { lift, controlShare }: { lift: number; controlShare: number }): Generator<Look> {
  const control = emptyPairs()
  const treatment = emptyPairs()
  for (let day = 0; day < DAYS; day++) {
    for (let visitor = 0; visitor < VISITORS_PER_DAY; visitor++) {
      const treated = random.uniform() >= controlShare
      addVisitor(treated ? treatment : control, random, treated ? lift : 0)
    }
    yield {
      control: replyRate(control, 'control'),
      treatment: replyRate(treatment, 'treatment'),
      arms: [
        { visitors: control.x.count, weight: controlShare },
        { visitors: treatment.x.count, weight: 1 - controlShare },
      ],
    }
  }
}

function addVisitor(arm: PairMoments, random: RandomSource, lift: number): void {
  const sendings = 1 + Math.floor(random.uniform() * SENDINGS_MAX)
  const chance = random.uniform() < TALKATIVE ? ANSWERS_OF_TALKATIVE : ANSWERS_OF_OTHERS
  const answers = random.binomial(sendings, chance * (1 + lift))
  addTo(arm, sendings, answers)
}

export function emptyPairs(): PairMoments {
  return { x: { count: 0, sum: 0, sumOfSquares: 0 }, y: { count: 0, sum: 0, sumOfSquares: 0 }, sumOfProducts: 0 }
}

/** In place: copying the sums for each of some ten million visitors would take most of the run. */
export function addTo(arm: PairMoments, x: number, y: number): void {
  arm.x.count++
  arm.x.sum += x
  arm.x.sumOfSquares += x * x
  arm.y.count++
  arm.y.sum += y
  arm.y.sumOfSquares += y * y
  arm.sumOfProducts += x * y
}
