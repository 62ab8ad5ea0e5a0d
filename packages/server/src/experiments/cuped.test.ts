import * as fc from 'fast-check'
import jstat from 'jstat'
import { expect, test } from 'vitest'
import { cuped } from './cuped.ts'
import { estimateOf } from './estimate.ts'
import { pairMomentsOf, type Pair } from './pair-moments.ts'

test('[EX13] variance shrinks by the squared correlation of before and during', () => {
  fc.assert(
    fc.property(fc.array(anyPair(), { minLength: 20, maxLength: 60 }), (pairs) => {
      const correlation = jstat.corrcoeff(
        pairs.map(({ x }) => x),
        pairs.map(({ y }) => y),
      )
      fc.pre(Number.isFinite(correlation))
      const moments = pairMomentsOf(pairs)
      const { control, reduction } = cuped({ control: moments, treatment: moments })
      expect(reduction).toBeCloseTo(correlation ** 2, 8)
      expect(control.variance).toBeCloseTo(estimateOf(moments.y, 'control').variance * (1 - correlation ** 2), 8)
    }),
    { seed: 1 },
  )
})

test('[EX13] it takes off what the arms already differed in before', () => {
  const control = [1, 2, 3, 4].map((x) => ({ x, y: 2 * x }))
  const treatment = [2, 3, 4, 5].map((x) => ({ x, y: 2 * x + 1 }))
  const adjusted = cuped({ control: pairMomentsOf(control), treatment: pairMomentsOf(treatment) })
  expect(adjusted.treatment.mean - adjusted.control.mean).toBeCloseTo(1, 12)
  expect(adjusted.control.variance).toBeCloseTo(0, 12)
})

test('[EX13] an effect, however large, does not leak into what is taken off', () => {
  const before = [1, 5, 2, 8, 3, 9]
  const control = pairMomentsOf(before.map((x, index) => ({ x, y: x + (index % 2) })))
  const plain = cuped({ control, treatment: control })
  const shifted = cuped({ control, treatment: pairMomentsOf(before.map((x, index) => ({ x, y: x + (index % 2) + 1000 }))) })
  expect(shifted.reduction).toBeCloseTo(plain.reduction, 8)
  expect(shifted.treatment.mean - shifted.control.mean).toBeCloseTo(1000, 8)
})

test('[EX13] when nobody has been seen before, nothing changes', () => {
  const newcomers = pairMomentsOf([1, 2, 4].map((y) => ({ x: 0, y })))
  const { control, reduction } = cuped({ control: newcomers, treatment: newcomers })
  expect(control).toEqual(estimateOf(newcomers.y, 'control'))
  expect(reduction).toBe(0)
})

test('[EX42] a share of 95 % keeps the events of those who did not convert, and money those that its cap allows', () => {
  const converted = Array.from({ length: 100 }, (_, visitor) => ({ x: 0, y: visitor < 95 ? 1 : 0 }))
  const share = pairMomentsOf(converted)
  expect(cuped({ control: share, treatment: share }).control.events).toBe(5)
  expect(cuped({ control: share, treatment: share, most: 1 }).treatment.events).toBe(5)
  const alike = pairMomentsOf(Array.from({ length: 100 }, (_, visitor) => ({ x: 0, y: visitor < 50 ? 30 : 0 })))
  expect(cuped({ control: alike, treatment: alike }).control.events).toBe(50)
  expect(cuped({ control: alike, treatment: alike, most: 300 }).control.events).toBe(1.5)
})

test('[EX13] empty arms stay empty', () => {
  const nobody = pairMomentsOf([])
  expect(cuped({ control: nobody, treatment: nobody })).toEqual({
    control: estimateOf(nobody.y, 'control'),
    treatment: estimateOf(nobody.y, 'treatment'),
    reduction: 0,
  })
})

function anyPair(): fc.Arbitrary<Pair> {
  return fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.integer({ min: 0, max: 50 }) })
}
