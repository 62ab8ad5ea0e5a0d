import * as fc from 'fast-check'
import jstat from 'jstat'
import { expect, test } from 'vitest'
import { compare, type Interval } from './comparison.ts'
import { alwaysValidCriticalValue, confidenceSequence, EVENTS_MIN } from './confidence-sequence.ts'
import { conversion } from './conversion.ts'
import { estimateOf, type Estimate } from './estimate.ts'
import { fixedHorizon } from './fixed-horizon.ts'
import { momentsOf } from './moments.ts'

test("[EX14] point estimates and fixed-horizon intervals are jstat's on the same data", () => {
  fc.assert(
    fc.property(anyOrders(), anyOrders(), fc.constantFrom(0.01, 0.05, 0.1), (before, after, alpha) => {
      const { difference } = fixedHorizon(
        { control: estimateOf(momentsOf(before), 'control'), treatment: estimateOf(momentsOf(after), 'treatment') },
        alpha,
      )
      const estimate = jstat.mean(after) - jstat.mean(before)
      const squared = jstat.variance(before, true) / before.length + jstat.variance(after, true) / after.length
      const [low, high] = jstat.normalci(estimate, alpha, Math.sqrt(squared), 1)
      expect(difference.estimate).toBeCloseTo(estimate, 8)
      expect(difference.low).toBeCloseTo(low, 6)
      expect(difference.high).toBeCloseTo(high, 6)
    }),
    { seed: 1 },
  )
})

test("[EX14] the interval of a conversion is jstat's on zeros and ones", () => {
  const none = conversion({ visitors: 400, converted: 12 }, 'control')
  const hello = conversion({ visitors: 500, converted: 30 }, 'treatment')
  const zeros = (count: number, ones: number) => [...Array(count - ones).fill(0), ...Array(ones).fill(1)]
  const squared = jstat.variance(zeros(400, 12), true) / 400 + jstat.variance(zeros(500, 30), true) / 500
  const [low, high] = jstat.normalci(0.03, 0.05, Math.sqrt(squared), 1)
  const { difference } = fixedHorizon({ control: none, treatment: hello }, 0.05)
  expect(difference.low).toBeCloseTo(low, 9)
  expect(difference.high).toBeCloseTo(high, 9)
})

test('[EX15] an interval that holds at every look is wider than one that holds at one, and wider the safer', () => {
  const at = { visitors: 1000, tightestAt: 1000 }
  expect(alwaysValidCriticalValue({ ...at, alpha: 0.05 })).toBeCloseTo(3.035, 3)
  expect(alwaysValidCriticalValue({ ...at, alpha: 0.05 })).toBeGreaterThan(1.96)
  expect(alwaysValidCriticalValue({ ...at, alpha: 0.01 })).toBeGreaterThan(alwaysValidCriticalValue({ ...at, alpha: 0.05 }))
})

test('[EX15] the interval is narrowest, in proportion, where it was planned to be', () => {
  const widths = [1, 10, 100, 500, 800, 1000, 1250, 2000, 10_000, 1e6].map((visitors) => ({
    visitors,
    width: alwaysValidCriticalValue({ visitors, tightestAt: 1000, alpha: 0.05 }),
  }))
  const narrowest = Math.min(...widths.map(({ width }) => width))
  expect(widths.find(({ width }) => width === narrowest)?.visitors).toBeGreaterThanOrEqual(800)
  expect(widths.find(({ width }) => width === narrowest)?.visitors).toBeLessThanOrEqual(1250)
  expect(alwaysValidCriticalValue({ visitors: 1, tightestAt: 1000, alpha: 0.05 })).toBeGreaterThan(20)
})

test('[EX15] it is the mixture boundary: at its edge the evidence against the truth is exactly 1/alpha', () => {
  const evidence = 2 * Math.log(20)
  const rhoSquared = (evidence + Math.log(1 + evidence)) / 1000
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (visitors) => {
      const edge = alwaysValidCriticalValue({ visitors, tightestAt: 1000, alpha: 0.05 })
      const sum = edge * Math.sqrt(visitors)
      const mixture = Math.exp((rhoSquared * sum ** 2) / (2 * (1 + visitors * rhoSquared))) / Math.sqrt(1 + visitors * rhoSquared)
      expect(mixture).toBeCloseTo(20, 6)
    }),
    { seed: 1 },
  )
})

const many: Estimate = { mean: 0.1, variance: 0.00001, count: 10_000, events: 1000 }

test.each<[string, Partial<Estimate>, Partial<Estimate>]>([
  ['control has too few events', { events: EVENTS_MIN - 0.01 }, {}],
  ['treatment has too few events', {}, { events: EVENTS_MIN - 0.01 }],
  ['control has no variance', { variance: 0 }, {}],
  ['treatment has no variance', {}, { variance: 0 }],
  ['nobody came', { count: 0, events: 0, variance: 0, mean: 0 }, { count: 0, events: 0, variance: 0, mean: 0 }],
])('[EX16] it is too early to say anything when %s', (_, control, treatment) => {
  const sequence = { alpha: 0.05, tightestAt: 20_000 }
  expect(confidenceSequence({ control: { ...many, ...control }, treatment: { ...many, ...treatment }, ...sequence })).toBeNull()
  expect(confidenceSequence({ control: { ...many, events: EVENTS_MIN }, treatment: many, ...sequence })).not.toBeNull()
})

test('[EX17] the lift says better, worse or unclear exactly when the difference does', () => {
  fc.assert(
    fc.property(anyEstimate(), anyEstimate(), fc.double({ min: 1, max: 4, noNaN: true }), (control, treatment, criticalValue) => {
      const { difference, lift } = compare({ control, treatment }, criticalValue)
      const isClearOfZero = control.mean > criticalValue * Math.sqrt(control.variance)
      expect(lift && side(lift)).toBe(isClearOfZero ? side(difference) : null)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('[EX17] at the ends of the lift, what is left of the difference is exactly as far from zero as allowed', () => {
  const control = { ...many, mean: 0.03, variance: 1e-6 }
  const treatment = { ...many, mean: 0.034, variance: 2e-6 }
  const { lift } = compare({ control, treatment }, 3)
  expect(lift?.estimate).toBeCloseTo(0.034 / 0.03 - 1, 12)
  for (const end of [lift?.low ?? Number.NaN, lift?.high ?? Number.NaN]) {
    const factor = 1 + end
    const distance = Math.abs(treatment.mean - factor * control.mean)
    expect(distance / Math.sqrt(treatment.variance + factor ** 2 * control.variance)).toBeCloseTo(3, 8)
  }
})

test.each([
  ['not clear of zero', { mean: 0.03, variance: 0.0001 }],
  ['zero', { mean: 0, variance: 0.0001 }],
  ['below zero', { mean: -1, variance: 0.0001 }],
])('[EX17] there is no lift while the mean of control is %s', (_, control) => {
  const { difference, lift } = compare({ control: { ...many, ...control }, treatment: many }, 3.1)
  expect(lift).toBeNull()
  expect(difference.low).toBeLessThan(difference.high)
})

function side({ low, high }: Interval): 'better' | 'worse' | 'unclear' {
  if (low > 0) return 'better'
  return high < 0 ? 'worse' : 'unclear'
}

function anyOrders() {
  return fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 60 })
}

function anyEstimate(): fc.Arbitrary<Estimate> {
  return fc.record({
    mean: fc.double({ min: 0.001, max: 1, noNaN: true }),
    variance: fc.double({ min: 1e-8, max: 0.01, noNaN: true }),
    count: fc.constant(1000),
    events: fc.constant(1000),
  })
}
