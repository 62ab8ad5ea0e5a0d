import { visitorId, type VisitorId } from '@portico/protocol/ids'
import * as fc from 'fast-check'
import jstat from 'jstat'
import { expect, test } from 'vitest'
import { assign, type Experiment } from './assign.ts'
import { fractionOf } from './fraction-of.ts'

const VISITORS = 4000
// One table in ten thousand would fail by chance; the hash is fixed, so a table that passes passes for ever.
const CHANCE_MIN = 0.0001

const vera = visitorId.parse('vera')
const greeting: Experiment = {
  id: 'greeting',
  site: 'shop',
  holdoutShare: 0,
  variants: [
    { id: 'none', weight: 1 },
    { id: 'hello', weight: 1 },
  ],
}

test('[EX1] the same visitor gets the same variant of an experiment, however often she is asked', () => {
  fc.assert(
    fc.property(anyVisitor(), anyExperiment(), (visitor, experiment) => {
      expect(assign(visitor, experiment)).toEqual(assign(visitor, structuredClone(experiment)))
    }),
    { seed: 1 },
  )
})

test('[EX1] the hash never changes: known visitors stay where they are', () => {
  const known = Array.from({ length: 12 }, (_, index) => variantOf(visitor(index), greeting))
  expect(known.join(' ')).toBe('hello none hello none none none hello hello hello none hello hello')
  // printf '["holdout","shop","vera"]' | sha256sum | cut -c1-12
  expect(fractionOf('holdout', 'shop', vera)).toBe(0x418e866aeae8 / 2 ** 48)
})

test.each([
  ['half and half', [1, 1]],
  ['one to three', [1, 3]],
  ['five arms', [1, 1, 1, 1, 1]],
  ['an arm of one per cent', [99, 1]],
])('[EX2] visitors spread over variants by weight: %s', (_, weights) => {
  const experiment = { ...greeting, variants: weights.map((weight, index) => ({ id: `v${index}`, weight })) }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const seen = countBy((visitor) => variantOf(visitor, experiment))
  const chance = chanceOf(
    weights.map((weight, index) => ({ seen: seen.get(`v${index}`) ?? 0, expected: (VISITORS * weight) / total })),
  )
  expect(chance).toBeGreaterThan(CHANCE_MIN)
})

test('[EX2] fractions are uniform over a hundred equal drawers', () => {
  const seen = countBy((visitor) => Math.floor(fractionOf('variant', 'greeting', visitor) * 100))
  const drawers = Array.from({ length: 100 }, (_, drawer) => ({ seen: seen.get(drawer) ?? 0, expected: VISITORS / 100 }))
  expect(chanceOf(drawers)).toBeGreaterThan(CHANCE_MIN)
})

test('[EX2] the chi-square that judges would see two per cent too many', () => {
  expect(
    chanceOf([
      { seen: 2160, expected: 2000 },
      { seen: 1840, expected: 2000 },
    ]),
  ).toBeLessThan(CHANCE_MIN)
})

test('[EX3] which variant of one experiment says nothing of the variant of another', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      fc.pre(one !== other)
      const seen = countBy(
        (visitor) => `${variantOf(visitor, { ...greeting, id: one })} ${variantOf(visitor, { ...greeting, id: other })}`,
      )
      const cells = ['none none', 'none hello', 'hello none', 'hello hello']
      expect(chanceOf(cells.map((cell) => ({ seen: seen.get(cell) ?? 0, expected: VISITORS / 4 })))).toBeGreaterThan(CHANCE_MIN)
    }),
    { seed: 1, numRuns: 8 },
  )
})

test('[EX4] the holdout of a site is the same in all its experiments, and another in another site', () => {
  const held = heldOut({ ...greeting, holdoutShare: 0.1 })
  expect(heldOut({ ...greeting, id: 'colour', holdoutShare: 0.1 })).toEqual(held)
  expect(heldOut({ ...greeting, site: 'blog', holdoutShare: 0.1 })).not.toEqual(held)
  expect(
    chanceOf([
      { seen: held.length, expected: VISITORS * 0.1 },
      { seen: VISITORS - held.length, expected: VISITORS * 0.9 },
    ]),
  ).toBeGreaterThan(CHANCE_MIN)
})

test('[EX5] the holdout takes from all variants alike, and its leaving changes nobody else', () => {
  const withHoldout = { ...greeting, holdoutShare: 0.1 }
  const held = heldOut(withHoldout)
  const wouldHave = Map.groupBy(held, (visitor) => variantOf(visitor, greeting))
  const cells = ['none', 'hello'].map((variant) => ({ seen: wouldHave.get(variant)?.length ?? 0, expected: held.length / 2 }))
  expect(chanceOf(cells)).toBeGreaterThan(CHANCE_MIN)
  const others = everybody().filter((visitor) => !held.includes(visitor))
  expect(others.map((visitor) => assign(visitor, withHoldout))).toEqual(others.map((visitor) => assign(visitor, greeting)))
})

test('[EX5] a holdout that grows keeps everyone it has', () => {
  const small = heldOut({ ...greeting, holdoutShare: 0.05 })
  const large = new Set(heldOut({ ...greeting, holdoutShare: 0.1 }))
  expect(small.length).toBeGreaterThan(0)
  expect(small.filter((visitor) => !large.has(visitor))).toEqual([])
})

test('[EX6] an experiment nobody can be assigned in is a bug that names it', () => {
  const weightless = { ...greeting, variants: [{ id: 'none', weight: 0 }] }
  expect(() => assign(vera, weightless)).toThrow('no variant of experiment greeting has a weight above 0')
})

function visitor(index: number): VisitorId {
  return visitorId.parse(`visitor-${index}`)
}

function everybody(): VisitorId[] {
  return Array.from({ length: VISITORS }, (_, index) => visitor(index))
}

function variantOf(visitor: VisitorId, experiment: Experiment): string {
  const assignment = assign(visitor, experiment)
  return assignment.state === 'assigned' ? assignment.variant : 'held-out'
}

function heldOut(experiment: Experiment): VisitorId[] {
  return everybody().filter((visitor) => assign(visitor, experiment).state === 'held-out')
}

function countBy<Key>(key: (visitor: VisitorId) => Key): Map<Key, number> {
  return new Map([...Map.groupBy(everybody(), key)].map(([name, visitors]) => [name, visitors.length]))
}

function chanceOf(cells: readonly { seen: number; expected: number }[]): number {
  const chiSquare = cells.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0)
  return 1 - jstat.chisquare.cdf(chiSquare, cells.length - 1)
}

function anyVisitor() {
  return fc.uuid().map((id) => visitorId.parse(id))
}

function anyExperiment(): fc.Arbitrary<Experiment> {
  return fc.record({
    id: fc.uuid(),
    site: fc.uuid(),
    holdoutShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
    variants: fc.uniqueArray(fc.record({ id: fc.uuid(), weight: fc.integer({ min: 1, max: 100 }) }), {
      minLength: 2,
      maxLength: 5,
      selector: ({ id }) => id,
    }),
  })
}
