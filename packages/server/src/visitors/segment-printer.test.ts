import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIMENSION_NAMES, dimensionKind } from './segment-dimension.ts'
import { parseSegment } from './segment-parser.ts'
import { printSegment } from './segment-printer.ts'
import { NUMBER_OPERATORS, PRESENCE_OPERATORS, TEXT_OPERATORS, type Comparison, type Segment } from './segment.ts'

test.each([
  ['countryCode==de,countryCode==at;actions>3;pageUrl=@/prices'],
  ['city==;userId!='],
  ['eventValue>=-12.5'],
  ['dimension7=^gold'],
  ['city=@K%C3%B6ln', 'city=@Köln'],
  ['pageTitle==Live+chat', 'pageTitle==Live%20chat'],
  ['pageTitle==a\\,b\\;c', 'pageTitle==a%2Cb%3Bc'],
  ['pageTitle==50%25', 'pageTitle==50%25'],
  ['pageTitle==back\\slash', 'pageTitle==back%5Cslash'],
  ['pageTitle==1%2b1', 'pageTitle==1%2B1'],
  ['pageTitle==a%0Ab%00', 'pageTitle==a%0Ab%00'],
  ['actions==007', 'actions==7'],
  [''],
])('[VI9] %s is printed %s', (source, printed = source) => {
  const parsed = parseSegment(source)
  expect('segment' in parsed && printSegment(parsed.segment)).toBe(printed)
})

test('[VI9][H6] a segment parses to itself through the printer', () => {
  fc.assert(
    fc.property(anySegment(), (segment) => {
      expect(parseSegment(printSegment(segment))).toEqual({ segment })
    }),
    { numRuns: 500 },
  )
})

test('[VI9] a text that parses is printed as one that parses to the same, and prints as itself', () => {
  const piece = fc.constantFrom(
    'city',
    'actions',
    'pageUrl',
    '==',
    '!=',
    '=@',
    '>',
    '<=',
    ',',
    ';',
    '\\',
    '%',
    '%41',
    '%C3',
    '+',
    '=',
    '1',
    '-',
    '.',
    'ü',
  )
  let parsedCount = 0
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const parsed = parseSegment(`city==${pieces.join('')}`)
      if ('fault' in parsed) return
      parsedCount += 1
      const printed = printSegment(parsed.segment)
      const again = parseSegment(printed)
      expect(again).toEqual(parsed)
      expect('segment' in again && printSegment(again.segment)).toBe(printed)
    }),
    { numRuns: 1000 },
  )
  expect(parsedCount).toBeGreaterThan(100)
})

test('[VI8] whatever is typed, what a fault has seen stands at its place', () => {
  const piece = fc.constantFrom('city', 'city==', 'city=@', 'actions>', ';', ',', '%2', 'C', '7', '<', '\\', '🚪')
  const places = new Set<string>()
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const source = pieces.join('')
      const parsed = parseSegment(source)
      if (!('fault' in parsed)) return
      const { offset, seen, expected } = parsed.fault
      places.add(expected)
      if (seen === '') expect(offset).toBe(source.length)
      expect(
        source
          .toWellFormed()
          .slice(offset)
          .startsWith(seen.replace(/\uFFFD$/, '')),
      ).toBe(true)
    }),
    { numRuns: 1000 },
  )
  expect([...places]).toEqual(expect.arrayContaining(['dimension', 'operator', 'value', 'number', 'escape']))
})

function anySegment(): fc.Arbitrary<Segment> {
  const comparison = anyComparison()
  const clause = fc.tuple(comparison, fc.array(comparison, { maxLength: 3 })).map(([first, rest]) => [first, ...rest] as const)
  return fc.array(clause, { maxLength: 4 })
}

function anyComparison(): fc.Arbitrary<Comparison> {
  const text = anyText()
  return fc.oneof(
    ...[...DIMENSION_NAMES, 'dimension1', 'dimension42'].map((name) => fc.oneof(presenceOf(name), valueOf(name, text))),
  )
}

function presenceOf(dimension: string): fc.Arbitrary<Comparison> {
  return fc.record({
    test: fc.constant('presence' as const),
    dimension: fc.constant(dimension),
    operator: fc.constantFrom(...PRESENCE_OPERATORS),
  })
}

function valueOf(dimension: string, text: fc.Arbitrary<string>): fc.Arbitrary<Comparison> {
  const kind = dimensionKind(dimension)
  if (kind?.kind === 'number') return numberOf(dimension)
  if (kind?.kind === 'choice') return textOf(dimension, PRESENCE_OPERATORS, fc.constantFrom(...kind.among))
  return textOf(dimension, TEXT_OPERATORS, text)
}

/** Any text, with much in it that means something in a segment. */
function anyText(): fc.Arbitrary<string> {
  const meaningful = fc.constantFrom('%', '%41', '+', ';', ',', '\\', '=', ' ', '\n')
  const character = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point))
  const printable = fc.constantFrom('a', 'é', '東', '🚪')
  return fc
    .array(fc.oneof(meaningful, printable, character), { minLength: 1, maxLength: 8 })
    .map((characters) => characters.join(''))
    .filter((text) => text.isWellFormed())
}

function numberOf(dimension: string): fc.Arbitrary<Comparison> {
  return fc.record({
    test: fc.constant('number' as const),
    dimension: fc.constant(dimension),
    operator: fc.constantFrom(...NUMBER_OPERATORS),
    value: fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }).map((micros) => micros / 1_000_000 + 0),
  })
}

function textOf(
  dimension: string,
  operators: readonly ('==' | '!=' | '=@' | '!@' | '=^' | '=$')[],
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Comparison> {
  return fc.record({
    test: fc.constant('text' as const),
    dimension: fc.constant(dimension),
    operator: fc.constantFrom(...operators),
    value,
  })
}
