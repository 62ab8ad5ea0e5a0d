import { conversion } from '@portico/server/experiments/conversion'
import { fixedHorizon } from '@portico/server/experiments/fixed-horizon'
import { EVENTS_MIN } from '@portico/server/experiments/confidence-sequence'
import { converting, sampleSize } from '@portico/server/experiments/sample-size'
import type { Plan } from '@portico/server/experiments/verdict'
import type { Measure, Simulation } from './measure.ts'
import { randomSource, type RandomSource } from './random-source.ts'
import { repeat, share } from './repeat.ts'
import { summary } from './summary.ts'
import { watch, type Look } from './watch.ts'

const DAYS_PLANNED = 60
// People look on after the plan has run out, so the simulation does too.
const DAYS = 120
const ALPHA = 0.05
const POWER = 0.8
const MINIMUM_LIFT = 0.1

export type Shop = { base: number; lift: number; controlShare: number }

/** A shop plans for +10 %, gets its visitors evenly over 60 days, and looks every evening for 120. */
export async function simulateConversion(simulation: Simulation, shop: Shop): Promise<Measure> {
  const name = `conversion ${shop.base} lift ${shop.lift} control ${shop.controlShare}`
  const random = randomSource(simulation.seed, name)
  const plan = planFor(shop)
  const visitorsPerDay = Math.ceil(plan.tightestAt / DAYS_PLANNED)
  const truth = { difference: shop.base * shop.lift, lift: shop.lift }
  const results = await repeat(name, simulation, () => watch(days(random, { ...shop, visitorsPerDay }), { plan, truth }))
  return {
    measure: 'conversion',
    ...shop,
    visitorsPerDay,
    days: DAYS,
    ...summary(results, { ...shop, plannedDays: DAYS_PLANNED }),
  }
}

/** The same at no lift, judged by the textbook's interval every evening: shows that the simulation can see false winners. */
export async function simulatePeeking(simulation: Simulation, base: number): Promise<Measure> {
  const name = `peeking ${base}`
  const random = randomSource(simulation.seed, name)
  const shop = { base, lift: 0, controlShare: 0.5 }
  const visitorsPerDay = Math.ceil(planFor(shop).tightestAt / DAYS_PLANNED)
  const results = await repeat(name, simulation, () => {
    for (const { control, treatment } of days(random, { ...shop, visitorsPerDay })) {
      if (Math.min(control.events, treatment.events) < EVENTS_MIN) continue
      const { difference } = fixedHorizon({ control, treatment }, ALPHA)
      if (difference.low > 0 || difference.high < 0) return true
    }
    return false
  })
  return {
    measure: 'peeking with a fixed-horizon interval',
    base,
    experiments: results.length,
    falseWinners: share(results, (seen) => seen),
  }
}

function planFor({ base, controlShare }: Shop): Plan {
  const wanted = { alpha: ALPHA, power: POWER, controlShare, looks: 'any' as const }
  const { total } = sampleSize({ ...wanted, control: converting(base), treatment: converting(base * (1 + MINIMUM_LIFT)) })
  return { alpha: ALPHA, comparisons: 1, minimumLift: MINIMUM_LIFT, better: 'higher', tightestAt: total }
}

function* days(
  random: RandomSource,
  { base, lift, controlShare, visitorsPerDay }: Shop & { visitorsPerDay: number },
): Generator<Look> {
  const control = { visitors: 0, converted: 0 }
  const treatment = { visitors: 0, converted: 0 }
  for (let day = 0; day < DAYS; day++) {
    const treated = random.binomial(visitorsPerDay, 1 - controlShare)
    control.visitors += visitorsPerDay - treated
    control.converted += random.binomial(visitorsPerDay - treated, base)
    treatment.visitors += treated
    treatment.converted += random.binomial(treated, base * (1 + lift))
    yield {
      control: conversion(control, 'control'),
      treatment: conversion(treatment, 'treatment'),
      arms: [
        { visitors: control.visitors, weight: controlShare },
        { visitors: treatment.visitors, weight: 1 - controlShare },
      ],
    }
  }
}
