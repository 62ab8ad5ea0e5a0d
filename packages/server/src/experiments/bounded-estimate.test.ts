import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundedEstimateOf } from './bounded-estimate.ts'
import { estimateOf } from './estimate.ts'
import { momentsOf } from './moments.ts'

const orders = (...groups: readonly (readonly [count: number, worth: number])[]) =>
  groups.flatMap(([count, worth]) => Array.from({ length: count }, () => worth))

test.each<[string, readonly number[], number, number]>([
  ['the rarer of yes and no, here yes', orders([95, 0], [5, 1]), 1, 5],
  ['the rarer of yes and no, here no', orders([5, 0], [95, 1]), 1, 5],
  ['as many as bought, where there is one price', orders([970, 0], [30, 4900]), 4900, 30],
  ['hardly any while all orders are far below the cap', orders([600, 0], [400, 1]), 100, 0.12],
  ['three for each order at the cap, small ones hardly count', orders([900, 0], [99, 1], [1, 100]), 100, 3.0297],
  ['Kish’s where those are fewer', orders([900, 0], [1, 100], [3, 80]), 100, 3.9589],
  ['none where nobody bought', orders([10, 0]), 100, 0],
  ['none where everybody reached the cap', orders([10, 100]), 100, 0],
  ['none where nobody came', [], 100, 0],
])('[EX42] events are %s', (_, values, most, events) => {
  const estimate = boundedEstimateOf({ ...momentsOf(values), most }, 'control')
  expect(estimate.events).toBeCloseTo(events, 4)
  expect({ ...estimate, events: 0 }).toEqual({ ...estimateOf(momentsOf(values), 'control'), events: 0 })
})

test('[EX42] whatever the law, the skewness of a sum is no more than √3 times that of so many coins', () => {
  const cap = 1000
  const worth = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: cap }), fc.constant(cap))
  fc.assert(
    fc.property(fc.array(worth, { minLength: 2, maxLength: 100 }), (values) => {
      const { events } = boundedEstimateOf({ ...momentsOf(values), most: cap }, 'control')
      const power = (exponent: number) => values.reduce((sum, value) => sum + value ** exponent, 0)
      fc.pre(events > 0)
      expect(power(3) / power(2) ** 1.5).toBeLessThanOrEqual(Math.sqrt(3 / events) + 1e-9)
    }),
    { seed: 1, numRuns: 500 },
  )
})
