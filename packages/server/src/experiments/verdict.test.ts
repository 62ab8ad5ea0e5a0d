import { expect, test } from 'vitest'
import { conversion } from './conversion.ts'
import type { Estimate } from './estimate.ts'
import { converting, sampleSize } from './sample-size.ts'
import { verdict, type Evidence, type Plan } from './verdict.ts'

const planned = sampleSize({
  control: converting(0.03),
  treatment: converting(0.033),
  alpha: 0.05,
  power: 0.8,
  controlShare: 0.5,
  looks: 'any',
})
const plan: Plan = { alpha: 0.05, comparisons: 1, minimumLift: 0.1, better: 'higher', tightestAt: planned.total }

test('[EX23] a wrong split blocks the verdict, however clear the winner', () => {
  const clear = evidence({ visitors: 100_000, control: 3000, treatment: 4000 })
  expect(verdict(clear).state).toBe('winner')
  const arms = [
    { visitors: 100_000, weight: 1 },
    { visitors: 103_000, weight: 1 },
  ]
  const treatment = conversion({ visitors: 103_000, converted: 4000 }, 'treatment')
  expect(verdict({ ...clear, treatment, arms })).toEqual({ state: 'mismatch', chance: expect.closeTo(0, 4) })
})

test('[EX23] any arm that missed its share blocks it, not only the two compared', () => {
  const clear = evidence({ visitors: 100_000, control: 3000, treatment: 4000 })
  const third = { visitors: 90_000, weight: 1 }
  expect(verdict({ ...clear, arms: [...clear.arms, third] }).state).toBe('mismatch')
})

test.each([
  [
    'control is of others',
    [99_000, 120_000],
    'control.count is 100000, expected the visitors of an arm of its own, left are 99000, 120000',
  ],
  [
    'treatment is of others',
    [100_000, 121_000],
    'treatment.count is 120000, expected the visitors of an arm of its own, left are 121000',
  ],
  ['one arm is missing', [100_000], 'treatment.count is 120000, expected the visitors of an arm of its own, left are '],
])('[EX45] estimates that count other visitors than the arms are refused: %s', (_, visitors, message) => {
  const treatment = conversion({ visitors: 120_000, converted: 4000 }, 'treatment')
  const arms = (counts: readonly number[]) => counts.map((count) => ({ visitors: count, weight: count }))
  const clear = { ...evidence({ visitors: 100_000, control: 3000, treatment: 4000 }), treatment }
  expect(verdict({ ...clear, arms: arms([50_000, 120_000, 100_000]) }).state).toBe('winner')
  expect(() => verdict({ ...clear, arms: arms(visitors) })).toThrow(message)
})

test('[EX45] two arms of the same size need two arms', () => {
  const alike = evidence({ visitors: 100_000, control: 3000, treatment: 4000 })
  expect(() => verdict({ ...alike, arms: alike.arms.slice(1) })).toThrow('treatment.count is 100000')
})

test.each([
  ['clearly more convert', 4000, 'winner', 'loser'],
  ['clearly fewer convert', 2000, 'loser', 'winner'],
])('[EX25] %s: %d of 100,000 against 3,000', (_, treatment, ifHigher, ifLower) => {
  const clear = evidence({ visitors: 100_000, control: 3000, treatment })
  expect(verdict(clear).state).toBe(ifHigher)
  expect(verdict({ ...clear, plan: { ...plan, better: 'lower' } }).state).toBe(ifLower)
})

test('[EX25] what a single look would call a winner is not one yet', () => {
  const early = evidence({ visitors: 10_000, control: 300, treatment: 360 })
  expect(verdict(early).state).toBe('not-enough-data')
})

test('[EX26] no difference is said when even the ends of the interval would not matter', () => {
  const alike = evidence({ visitors: 400_000, control: 12_000, treatment: 12_050 })
  expect(verdict(alike).state).toBe('no-difference')
  expect(verdict({ ...alike, plan: { ...plan, minimumLift: 0.01 } }).state).toBe('not-enough-data')
})

test('[EX26] a difference that is there is a winner, even one too small to matter', () => {
  const small = evidence({ visitors: 4_000_000, control: 120_000, treatment: 123_000 })
  expect(verdict({ ...small, plan: { ...plan, tightestAt: 8_000_000 } }).state).toBe('winner')
})

test.each([
  ['nobody came', { visitors: 0, control: 0, treatment: 0, days: 0 }, null],
  ['nobody came in a week', { visitors: 0, control: 0, treatment: 0, days: 7 }, null],
  ['nobody converted yet', { visitors: 1000, control: 0, treatment: 0, days: 7 }, null],
  ['nobody of control converted, however many of treatment', { visitors: 1000, control: 0, treatment: 30, days: 7 }, null],
  ['nobody of treatment converted', { visitors: 1000, control: 30, treatment: 0, days: 7 }, null],
  ['everybody converted', { visitors: 1000, control: 1000, treatment: 1000, days: 7 }, null],
  ['one of each converted: as long as so few take', { visitors: 1000, control: 1, treatment: 1, days: 7 }, 2504],
  ['too few converted: the plan', { visitors: 1000, control: 19, treatment: 30, days: 7 }, 101],
  ['an early estimate is noise: still the plan', { visitors: 1000, control: 30, treatment: 50, days: 7 }, 101],
  ['halfway there and going as planned', { visitors: 50_000, control: 1500, treatment: 1650, days: 70 }, 11],
  [
    'halfway between nothing and what matters: longer than planned',
    { visitors: 50_000, control: 1500, treatment: 1575, days: 70 },
    41,
  ],
  [
    'past the plan and still open: until it would be decided',
    { visitors: 110_000, control: 3300, treatment: 3465, days: 70 },
    13,
  ],
  ['past the plan, nobody converted, no end in sight', { visitors: 150_000, control: 0, treatment: 0, days: 70 }, null],
])('[EX24] not enough data says how many weeks are left: %s', (_, counts, weeksToGo) => {
  expect(verdict(evidence(counts))).toMatchObject({ state: 'not-enough-data', weeksToGo })
})

test('[EX24] when the weeks have gone by as before, there is a verdict', () => {
  const open = { visitors: 110_000, control: 3300, treatment: 3465, days: 70 }
  const before = verdict(evidence(open))
  const weeks = before.state === 'not-enough-data' ? (before.weeksToGo ?? 0) : 0
  const grown = (factor: number) => ({
    visitors: Math.round(open.visitors * factor),
    control: Math.round(open.control * factor),
    treatment: Math.round(open.treatment * factor),
    days: open.days * factor,
  })
  expect(verdict(evidence(grown((70 + 7 * (weeks - 1)) / 70))).state).toBe('not-enough-data')
  expect(verdict(evidence(grown((70 + 7 * weeks) / 70))).state).toBe('winner')
})

test('[EX24] the interval is shown as soon as there is one, verdict or not', () => {
  expect(verdict(evidence({ visitors: 1000, control: 30, treatment: 36 }))).toMatchObject({
    comparison: { difference: { estimate: expect.closeTo(0.006, 9) } },
  })
  expect(verdict(evidence({ visitors: 1000, control: 19, treatment: 36 }))).toMatchObject({ comparison: null })
})

test('[EX27] treatments that share one control share alpha, so each needs to be clearer', () => {
  const borderline = evidence({ visitors: 100_000, control: 3000, treatment: 3245 })
  expect(verdict(borderline).state).toBe('winner')
  expect(verdict({ ...borderline, plan: { ...plan, comparisons: 4 } }).state).toBe('not-enough-data')
})

test('[EX18] money, ratios and adjusted values are judged like conversions', () => {
  const none: Estimate = { mean: 150, variance: 1, count: 50_000, events: 2000 }
  const hello: Estimate = { mean: 160, variance: 1, count: 50_000, events: 2000 }
  const { arms, days } = evidence({ visitors: 50_000, control: 0, treatment: 0 })
  expect(verdict({ control: none, treatment: hello, arms, days, plan }).state).toBe('winner')
})

type Counts = { visitors: number; control: number; treatment: number; days?: number }

function evidence({ visitors, control, treatment, days = 14 }: Counts): Evidence {
  return {
    control: conversion({ visitors, converted: control }, 'control'),
    treatment: conversion({ visitors, converted: treatment }, 'treatment'),
    arms: [
      { visitors, weight: 1 },
      { visitors, weight: 1 },
    ],
    days,
    plan,
  }
}
