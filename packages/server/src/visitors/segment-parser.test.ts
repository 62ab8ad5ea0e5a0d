import { expect, test } from 'vitest'
import { DIMENSION_NAMES } from './segment-dimension.ts'
import { parseSegment, SEGMENT_LENGTH_MAX, type SegmentFault } from './segment-parser.ts'
import type { Comparison, Segment } from './segment.ts'

const [a, b, c, d]: readonly Comparison[] = ['a', 'b', 'c', 'd'].map((value) => ({
  test: 'text',
  dimension: 'city',
  operator: '==',
  value,
}))
const one = clause(a)

test.each<[source: string, segment: Segment]>([
  ['city==a', [one]],
  ['city==a,city==b', [clause(a, b)]],
  ['city==a;city==b', [one, clause(b)]],
  ['city==a,city==b;city==c,city==d', [clause(a, b), clause(c, d)]],
  ['city==a;city==b,city==c;city==d', [one, clause(b, c), clause(d)]],
])('[VI1][H6] %s', (source, segment) => {
  expect(parseSegment(source)).toEqual({ segment })
})

test.each<[source: string, comparison: Comparison]>([
  ['city==Wien', { test: 'text', dimension: 'city', operator: '==', value: 'Wien' }],
  ['city!=Wien', { test: 'text', dimension: 'city', operator: '!=', value: 'Wien' }],
  ['city=@ie', { test: 'text', dimension: 'city', operator: '=@', value: 'ie' }],
  ['city!@ie', { test: 'text', dimension: 'city', operator: '!@', value: 'ie' }],
  ['city=^W', { test: 'text', dimension: 'city', operator: '=^', value: 'W' }],
  ['city=$n', { test: 'text', dimension: 'city', operator: '=$', value: 'n' }],
  ['actions==3', { test: 'number', dimension: 'actions', operator: '==', value: 3 }],
  ['actions!=3', { test: 'number', dimension: 'actions', operator: '!=', value: 3 }],
  ['actions<3', { test: 'number', dimension: 'actions', operator: '<', value: 3 }],
  ['actions<=3', { test: 'number', dimension: 'actions', operator: '<=', value: 3 }],
  ['actions>3', { test: 'number', dimension: 'actions', operator: '>', value: 3 }],
  ['actions>=3', { test: 'number', dimension: 'actions', operator: '>=', value: 3 }],
  ['visitorType==new', { test: 'text', dimension: 'visitorType', operator: '==', value: 'new' }],
  ['referrerType!=campaign', { test: 'text', dimension: 'referrerType', operator: '!=', value: 'campaign' }],
  ['dimension1==gold', { test: 'text', dimension: 'dimension1', operator: '==', value: 'gold' }],
  ['dimension999==gold', { test: 'text', dimension: 'dimension999', operator: '==', value: 'gold' }],
])('[VI2][H6] the operator of %s', (source, comparison) => {
  expect(parseSegment(source)).toEqual({ segment: [[comparison]] })
})

test.each([
  ['a%2Cb%3Bc', 'a,b;c'],
  ['a\\,b\\;c', 'a,b;c'],
  ['C:\\temp', 'C:\\temp'],
  ['back\\\\slash', 'back\\\\slash'],
  ['100%25', '100%'],
  ['%2541', '%41'],
  ['Live+chat', 'Live chat'],
  ['Live%20chat', 'Live chat'],
  ['1%2B1', '1+1'],
  ['=strange', '=strange'],
  ['a==b', 'a==b'],
  ['K%C3%B6ln', 'Köln'],
  ['Köln', 'Köln'],
  ['%e6%9d%b1', '東'],
  ['%E0%A4%85', 'अ'],
  ['%F0%9F%9A%AA', '🚪'],
  ['%00', '\0'],
  [' spaced ', ' spaced '],
  ['http%3A%2F%2Fshop.example%2Fprices%3Fplan%3D2', 'http://shop.example/prices?plan=2'],
])('[VI4][H6] %j is the value %j', (written, value) => {
  expect(parseSegment(`city==${written};city==b`)).toEqual({
    segment: [[{ test: 'text', dimension: 'city', operator: '==', value }], [b]],
  })
})

// Matomo, SegmentExpressionTest.php (A; and A, and A;B; and A,B,) and SegmentExpression.php, parseTree.
test.each<[source: string, segment: Segment]>([
  ['city==a;', [clause(city('a;'))]],
  ['city==a,', [clause(city('a,'))]],
  ['city==a;city==b;', [one, clause(city('b;'))]],
  ['city==a,city==b,', [clause(a, city('b,'))]],
  ['city==a;;', [clause(city('a;;'))]],
  ['city==a,;city==b', [clause(city('a,')), clause(b)]],
  ['city==a;,city==b', [clause(city('a;'), b)]],
  ['city==;', [clause(city(';'))]],
  ['actions>3;', [clause({ test: 'number', dimension: 'actions', operator: '>', value: 3 })]],
])('[VI82][H6] a separator that parts nothing is of the value: %s', (source, segment) => {
  expect(parseSegment(source)).toEqual({ segment })
})

// Matomo, Segment.php: the whole is trimmed.
test.each([
  [' ', []],
  ['\t\n\r\v\0 ', []],
  ['  city==a', [one]],
  ['city==a \n', [one]],
  [' city==a;city==b ', [one, clause(b)]],
  ['city==a;\t', [clause(city('a;'))]],
  ['city==a ;city==b', [clause(city('a ')), clause(b)]],
])('[VI82][H6] blanks around a segment are none of it: %j', (source, segment) => {
  expect(parseSegment(source)).toEqual({ segment })
})

test('[VI82][VI8] blanks before a segment move its faults with it', () => {
  expect(parseSegment('  city==a; city==b')).toEqual(fault(10, ' ', 'dimension', DIMENSION_NAMES))
})

test.each(['city', 'pageUrl', 'actions', 'visitorType', 'dimension2'])(
  '[VI5][H6] %s may be asked to be empty or filled',
  (dimension) => {
    expect(parseSegment(`${dimension}==,${dimension}!=`)).toEqual({
      segment: [
        [
          { test: 'presence', dimension, operator: '==' },
          { test: 'presence', dimension, operator: '!=' },
        ],
      ],
    })
  },
)

test.each([
  ['0', 0],
  ['-0', 0],
  ['007', 7],
  ['-12.5', -12.5],
  ['999999999999.125', 999_999_999_999.125],
  ['0.000001', 0.000_001],
  ['%31', 1],
])('[VI6] %s is the number %d', (written, value) => {
  expect(parseSegment(`eventValue>${written}`)).toEqual({
    segment: [[{ test: 'number', dimension: 'eventValue', operator: '>', value }]],
  })
})

test('[VI7] the empty text is the segment of everybody', () => {
  expect(parseSegment('')).toEqual({ segment: [] })
})

test('[VI7] a segment may be 8,000 characters long, and not one more', () => {
  const longest = `city==${'a'.repeat(SEGMENT_LENGTH_MAX - 6)}`
  expect(parseSegment(longest)).toHaveProperty('segment')
  expect(parseSegment(`${longest}a`)).toEqual(fault(8000, '8001 characters', 'end'))
})

const texts = ['==', '!=', '=@', '!@', '=^', '=$']
const VISITOR_TYPES = ['new', 'returning', 'returningCustomer']
const numbers = ['==', '!=', '<', '<=', '>', '>=']
test.each<[says: string, source: string, expected: { fault: SegmentFault }]>([
  ['an unknown dimension', 'town==Wien', fault(0, 'town', 'dimension', DIMENSION_NAMES)],
  ["Matomo's e-commerce", 'actions>1;revenueOrder>5', fault(10, 'revenueOrder', 'dimension', DIMENSION_NAMES)],
  ['another case', 'City==Wien', fault(0, 'City', 'dimension', DIMENSION_NAMES)],
  ['a name of an object', 'constructor==x', fault(0, 'constructor', 'dimension', DIMENSION_NAMES)],
  ['dimension 0', 'dimension0==x', fault(0, 'dimension0', 'dimension', DIMENSION_NAMES)],
  ['dimension 1000', 'dimension1000==x', fault(0, 'dimension1000', 'dimension', DIMENSION_NAMES)],
  ['a space within, after a separator', 'city==a; city==b', fault(8, ' ', 'dimension', DIMENSION_NAMES)],
  ['a door', '🚪==a', fault(0, '🚪', 'dimension', DIMENSION_NAMES)],
  ['a door for an operator', 'city🚪a', fault(4, '🚪', 'operator', texts)],
  ['half an escape before a door', 'city==%a🚪', fault(6, '%a\uFFFD', 'escape')],
  ['a bracket', '(city==a)', fault(0, '(', 'dimension', DIMENSION_NAMES)],
  ['a separator at the beginning', ';city==a', fault(0, ';', 'dimension', DIMENSION_NAMES)],
  ['separators alone', ',;,', fault(0, ',', 'dimension', DIMENSION_NAMES)],
  ['a separator behind a choice', 'visitorType==new;', fault(13, 'new;', 'choice', VISITOR_TYPES)],
  ['a dimension alone', 'city', fault(4, '', 'operator', texts)],
  ['a single equals sign', 'city=Wien', fault(4, '=', 'operator', texts)],
  ['a segment that was encoded as a whole', 'city%3D%3DWien', fault(4, '%', 'operator', texts)],
  ['a text compared as a number', 'actions>1,city<=Wien', fault(14, '<=', 'operator', texts)],
  ['a number compared as a text', 'actions=@1', fault(7, '=@', 'operator', numbers)],
  ['a choice compared as a text', 'visitorType=@n', fault(11, '=@', 'operator', ['==', '!='])],
  ['"contains" without a value', 'city==a;city=@;city==b', fault(14, ';', 'value')],
  ['"greater" without a value', 'actions>', fault(8, '', 'value')],
  ['a word for a number', 'actions>many', fault(8, 'many', 'number')],
  ['an operator too much', 'actions><5', fault(8, '<5', 'number')],
  ['a number with a comma', 'actions==1%2C5', fault(9, '1%2C5', 'number')],
  ['an exponent', 'actions==1e3', fault(9, '1e3', 'number')],
  ['a number of 13 digits', 'actions==1234567890123', fault(9, '1234567890123', 'number')],
  ['a word that is no choice', 'visitorType==often', fault(13, 'often', 'choice', VISITOR_TYPES)],
  ['a choice in another case', 'visitConverted==yes', fault(16, 'yes', 'choice', ['0', '1'])],
  ['half an escape', 'city==100%;city==b', fault(9, '%;c', 'escape')],
  ['an escape at the end', 'city==a%2', fault(7, '%2', 'escape')],
  ['an escape that is not hexadecimal', 'city==a%zz', fault(7, '%zz', 'escape')],
  ['an escape of half a character', 'city==a%C3', fault(7, '%C3', 'escape')],
  ['an escape that is no UTF-8', 'city==K%F6ln', fault(7, '%F6', 'escape')],
  ['an escape of half a surrogate pair', 'city==%ED%A0%80', fault(6, '%ED', 'escape')],
  ['a byte that continues nothing', 'city==%20%80', fault(9, '%80', 'escape')],
])('[VI8] %s is a fault with its place: %s', (_says, source, expected) => {
  expect(parseSegment(source)).toEqual(expected)
})

function city(value: string): Comparison {
  return { test: 'text', dimension: 'city', operator: '==', value }
}

function clause(...comparisons: readonly (Comparison | undefined)[]): readonly [Comparison, ...Comparison[]] {
  const [first, ...rest] = comparisons.filter((comparison) => comparison !== undefined)
  if (!first) throw new Error('a clause has a comparison')
  return [first, ...rest]
}

function fault(
  offset: number,
  seen: string,
  expected: SegmentFault['expected'],
  among: readonly string[] = [],
): { fault: SegmentFault } {
  return { fault: { offset, seen, expected, among } }
}
